import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { CommandLineError, readCommandLine } from './command-line'
import { DataFileError } from './data-file'
import { ModelRefusedError } from './judge'
import { findChampionFolder, nextModelFolder, readModelFolder } from './model-folder'
import { networksOf, PublishingError, publishWhole } from './training/publish'
import { registerGradients } from './training/register-gradients'
import { describeSamples, loadSamples, summariseSamples } from './training/samples'
import { trainStrokeNetwork } from './training/stroke-network/train-stroke-network'
import { writeTrainedSamples } from './training/trained-samples'
import { countExamples, joinExamples, loadTrainingSet } from './training/training-set'
import { registerWasmGradients } from './training/wasm-gradients'
import { registerWasmBackend } from './wasm-in-node'

const usage =
  'npm run train-strokes -- [--epochs N] [--seed N] [--samples DIR]... [--unreviewed] [--from DIR] [--continue] [--out models/digits-vN]'

/**
 * Trains a stroke network and writes the folder of a challenger, with the other network of the champion or of the folder named by
 * --from; with --continue from the stroke network there is, not from scratch.
 */
async function train(args: string[]): Promise<void> {
  const { values } = readCommandLine(usage, {
    args,
    options: {
      epochs: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      samples: { type: 'string', multiple: true, default: [] },
      unreviewed: { type: 'boolean', default: false },
      from: { type: 'string' },
      continue: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  })
  const epochs = Number(values.epochs)
  const seed = Number(values.seed)
  if (!(epochs > 0) || !Number.isInteger(seed)) throw new CommandLineError(usage)
  const folder = values.out ?? (await nextModelFolder())
  if (await stat(folder).catch(() => null))
    throw new CommandLineError(`${folder} is there already; name a new one with --out`)
  registerWasmBackend()
  await tf.setBackend('wasm')
  registerGradients()
  registerWasmGradients()

  const from = values.from ?? (await findChampionFolder())
  const { strokes: before, ...pictures } = networksOf(await readModelFolder(from))
  if (values.continue && !before) throw new CommandLineError(`${from} has no stroke network to go on from`)
  const { training, heldOut } = await loadTrainingSet(process.env.DATA_DIR ?? '.cache/data')
  const options = { acceptsUnreviewed: values.unreviewed }
  const samples = await Promise.all(values.samples.map((path) => loadSamples(path, options)))
  const mix = joinExamples([training, ...samples.map(({ examples }) => examples)])
  const summary = summariseSamples(values.samples, samples)
  for (const line of describeSamples(summary)) console.log(line)
  const examples = countExamples({ ...mix, pictures: [] })
  console.log(`${examples} drawings to learn from, to ${folder}; pictures are read as by ${basename(from)}`)

  const { losses, ...strokes } = trainStrokeNetwork(
    { training: mix, heldOut, epochs, seed, from: values.continue && before ? before.weights : null },
    (epoch, loss) => console.log(`epoch ${epoch} of ${epochs}: loss ${loss.toFixed(4)}`),
  )
  const { players, ids } = summary
  const record = { epochs, seed, continue: values.continue, samples: values.samples, players, examples, losses }
  await publishWhole(folder, { ...pictures, strokes }, async (draft) => {
    const trained = JSON.parse(await readFile(join(from, 'training.json'), 'utf8').catch(() => '{}'))
    await writeTrainedSamples(draft, ids, from)
    const text = JSON.stringify({ ...trained, from: basename(from), strokes: record }, null, 2)
    await writeFile(join(draft, 'training.json'), `${text}\n`)
  })
  console.log(`${folder} is ready; now: npm run evaluate -- --model ${folder}`)
}

await train(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = [CommandLineError, DataFileError, ModelRefusedError, PublishingError, RangeError].some(
    (known) => error instanceof known,
  )
  console.error(isExpected ? (error as Error).message : error)
  process.exitCode = 1
})
