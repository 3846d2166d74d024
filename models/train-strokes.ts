import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { CommandLineError, readCommandLine } from './command-line'
import { DataFileError } from './data-file'
import { ModelRefusedError } from './judge'
import { findChampionFolder, nextModelFolder, readModelFolder } from './model-folder'
import { removeCheckpoint } from './training/checkpoint'
import { withDatasets } from './training/dataset'
import { withoutCalibration } from './training/fold'
import { networksOf, PublishingError, publishWhole } from './training/publish'
import { registerGradients } from './training/register-gradients'
import { recordRun } from './training/runs/record-run'
import type { RunFile } from './training/runs/run-file'
import { describeSamples, loadAllSamples } from './training/samples'
import { trainStrokeNetwork } from './training/stroke-network/train-stroke-network'
import { writeTrainedSamples } from './training/trained-samples'
import { TrainingError } from './training/training-error'
import { countExamples, joinExamples, loadTrainingSet } from './training/training-set'
import { registerWasmGradients } from './training/wasm-gradients'
import { registerWasmBackend } from './wasm-in-node'

const usage =
  'npm run train-strokes -- [--epochs N] [--seed N] [--dataset NAME]... [--samples DIR]... [--unreviewed] [--from DIR] [--continue] [--teacher DIR]... [--out models/digits-vN]'

function readOptions(args: string[]) {
  const { values } = readCommandLine(usage, {
    args,
    options: {
      epochs: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      dataset: { type: 'string', multiple: true, default: [] },
      samples: { type: 'string', multiple: true, default: [] },
      unreviewed: { type: 'boolean', default: false },
      from: { type: 'string' },
      continue: { type: 'boolean', default: false },
      teacher: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
    },
  })
  const epochs = Number(values.epochs)
  const seed = Number(values.seed)
  // Without an epoch only what was trained before can be calibrated.
  const isLearnt = epochs > 0 || (epochs === 0 && values.continue)
  if (!isLearnt || !Number.isInteger(seed)) throw new CommandLineError(usage)
  return { values, epochs, seed }
}

/**
 * Trains a stroke network and writes the folder of a challenger, with the other network of the champion or of the folder named by
 * --from; with --continue from the stroke network there is, not from scratch. Killed, it goes on where it stood.
 */
async function train({ values, epochs, seed }: ReturnType<typeof readOptions>, runFile: RunFile) {
  const folder = values.out ?? (await nextModelFolder())
  if (await stat(folder).catch(() => null))
    throw new CommandLineError(`${folder} is there already; name a new one with --out`)
  runFile.tell({ version: basename(folder), datasets: [...values.dataset, ...values.samples] })
  registerWasmBackend()
  await tf.setBackend('wasm')
  registerGradients()
  registerWasmGradients()

  const from = values.from ?? (await findChampionFolder())
  const { strokes: known, ...pictures } = networksOf(await readModelFolder(from))
  if (values.continue && !known) throw new CommandLineError(`${from} has no stroke network to go on from`)
  const { training, heldOut } = await loadTrainingSet(process.env.DATA_DIR ?? '.cache/data')
  const { summary, samples } = await withDatasets(values.dataset, (folders) =>
    loadAllSamples([...values.samples, ...folders], { acceptsUnreviewed: values.unreviewed }),
  )
  const mix = joinExamples([training, ...samples])
  for (const line of describeSamples(summary)) console.log(line)
  runFile.tell({ players: summary.players })
  const examples = countExamples({ ...mix, pictures: [] })
  console.log(`${examples} drawings to learn from, to ${folder}; pictures are read as by ${basename(from)}`)

  const teachers = await Promise.all(values.teacher.map(readStrokes))
  const checkpoints = join('.cache', 'training')
  const before = values.continue && known ? known.weights : null
  const { losses, run, ...strokes } = await trainStrokeNetwork(
    { training: mix, heldOut, epochs, seed, pictures, from: before, teachers, checkpoints },
    {
      epoch(epoch, loss) {
        console.log(`epoch ${epoch} of ${epochs}: loss ${loss.toFixed(4)}`)
        runFile.step(epoch, epochs, loss)
      },
      unkept: ({ message }) => console.warn(`the run could not be kept, and goes on: ${message}`),
    },
  )
  runFile.tell({ state: 'publishing' })
  const { players, ids } = summary
  const { continue: isContinued, teacher, dataset, samples: folders } = values
  const record = {
    epochs,
    seed,
    continue: isContinued,
    teacher,
    dataset,
    samples: folders,
    players,
    examples,
    losses,
  }
  await publishWhole(folder, { ...pictures, strokes }, async (draft) => {
    const trained = JSON.parse(await readFile(join(from, 'training.json'), 'utf8').catch(() => '{}'))
    await writeTrainedSamples(draft, ids, from)
    const text = JSON.stringify({ ...trained, from: basename(from), strokes: record }, null, 2)
    await writeFile(join(draft, 'training.json'), `${text}\n`)
  }).catch((error: Error) => {
    error.message += '. The run is kept: the same command goes on from its end'
    throw error
  })
  await removeCheckpoint(checkpoints, run)
  console.log(`${folder} is ready; now: npm run evaluate -- --model ${folder}`)
}

/** The stroke network of a folder, without its calibration. */
async function readStrokes(folder: string) {
  const { strokes } = networksOf(await readModelFolder(folder))
  if (!strokes) throw new CommandLineError(`${folder} has no stroke network to learn from`)
  const { layers, weights, calibration } = strokes
  return { layers, weights: withoutCalibration(layers, weights, calibration) }
}

async function run(args: string[]): Promise<void> {
  const options = readOptions(args)
  await recordRun((runFile) => train(options, runFile))
}

const expected = [
  CommandLineError,
  DataFileError,
  ModelRefusedError,
  PublishingError,
  RangeError,
  TrainingError,
]
await run(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = expected.some((known) => error instanceof known)
  console.error(isExpected ? (error as Error).message : error)
  process.exitCode = 1
})
