import { createHash } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { CommandLineError, readCommandLine } from './command-line'
import { DataFileError } from './data-file'
import { chooseEngine } from './engine'
import { ModelRefusedError } from './judge'
import { findChampionFolder, nextModelFolder, readModelFolder } from './model-folder'
import { removeCheckpoint } from './training/checkpoint'
import { withDatasets } from './training/dataset'
import { architecture } from './training/network'
import { networksOf, PublishingError, publishWhole } from './training/publish'
import { registerGradients } from './training/register-gradients'
import { recordRun } from './training/runs/record-run'
import type { RunFile } from './training/runs/run-file'
import { describeSamples, loadAllSamples } from './training/samples'
import { showProgress } from './training/show-progress'
import { type Plan, type Trained, trainNetwork, type Watch } from './training/train-network'
import { trainTeachers } from './training/train-teachers'
import { meanOf, readTrainedNetwork, type TrainedNetwork } from './training/trained-network'
import { writeTrainedSamples } from './training/trained-samples'
import { TrainingError } from './training/training-error'
import { countExamples, joinExamples, loadTrainingSet } from './training/training-set'
import { registerWasmGradients } from './training/wasm-gradients'
import { spawnWorkers, workOnWholeSteps } from './training/workers'

const usage =
  'npm run train -- [--epochs N] [--seed N] [--dataset NAME]... [--samples DIR]... [--unreviewed] [--from DIR|champion]... [--teacher DIR]... [--teachers N [--teacher-epochs N]] [--warp SHARE] [--out models/digits-vN]'

function readOptions(args: string[]) {
  const { values } = readCommandLine(usage, {
    args,
    options: {
      epochs: { type: 'string', default: '28' },
      seed: { type: 'string', default: '1' },
      dataset: { type: 'string', multiple: true, default: [] },
      samples: { type: 'string', multiple: true, default: [] },
      unreviewed: { type: 'boolean', default: false },
      from: { type: 'string', multiple: true, default: [] },
      teacher: { type: 'string', multiple: true, default: [] },
      teachers: { type: 'string', default: '0' },
      'teacher-epochs': { type: 'string', default: '20' },
      warp: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  })
  const numbers = {
    epochs: Number(values.epochs),
    seed: Number(values.seed),
    warp: Number(values.warp),
    teacherCount: Number(values.teachers),
    teacherEpochs: Number(values['teacher-epochs']),
  }
  const { epochs, seed, warp, teacherCount, teacherEpochs } = numbers
  const areNumbers = [seed, teacherCount].every(Number.isInteger) && epochs >= 0 && teacherEpochs > 0
  if (!areNumbers || !(warp >= 0 && warp <= 1)) throw new CommandLineError(usage)
  return { values, ...numbers }
}
type Options = ReturnType<typeof readOptions>

/** Trains a challenger and writes its folder, with the champion's stroke network; killed, it goes on where it stood when started again. */
async function train({ values, epochs, seed, warp, teacherCount, teacherEpochs }: Options, runFile: RunFile) {
  const championFolder = await findChampionFolder()
  const champion = await readModelFolder(championFolder)
  const engine = await chooseEngine(champion)
  console.log(`${engine.backend}: ${engine.reason}`)
  registerGradients()
  if (engine.backend === 'wasm') registerWasmGradients()

  const folder = values.out ?? (await nextModelFolder())
  if (await stat(folder).catch(() => null))
    throw new CommandLineError(`${folder} is there already; name a new one with --out`)
  runFile.tell({ version: basename(folder), datasets: [...values.dataset, ...values.samples] })
  const { training, heldOut } = await loadTrainingSet(process.env.DATA_DIR ?? '.cache/data')
  const { summary, samples } = await withDatasets(values.dataset, (folders) =>
    loadAllSamples([...values.samples, ...folders], { acceptsUnreviewed: values.unreviewed }),
  )
  const { players, unreviewed, ids } = summary
  const mix = joinExamples([training, ...samples])
  runFile.tell({ players })
  for (const line of describeSamples(summary)) console.log(line)
  console.log(
    `${countExamples(mix)} examples to learn from, ${countExamples(heldOut)} held out, to ${folder}`,
  )
  const start = await startFrom(values.from)
  const shared = { training: mix, heldOut, seed, warp, checkpoints: join('.cache', 'training') }
  const openWorkers = (layers: Plan['layers'], teachers: readonly TrainedNetwork[]) =>
    engine.backend === 'wasm'
      ? spawnWorkers(layers, availableParallelism(), teachers)
      : workOnWholeSteps(layers, teachers)
  async function trainOne(plan: Plan, number: number, teachers: readonly TrainedNetwork[]): Promise<Trained> {
    runFile.tell({ stage: { number, of: teacherCount + 1 } })
    const workers = openWorkers(plan.layers, teachers)
    const trained = await trainNetwork(plan, workers, watchWith(runFile))
    await workers.close()
    return trained
  }
  const given = await Promise.all(values.teacher.map(readTrainedNetwork))
  const raised = await trainTeachers(
    { ...shared, layers: start.layers, epochs: teacherEpochs },
    teacherCount,
    (plan, number) => {
      console.log(`teacher ${number} of ${teacherCount}`)
      return trainOne(plan, number, [])
    },
  )
  const teachers = [...given, ...raised.networks]
  const hashes = teachers.map(({ weights }) => createHash('sha256').update(weights).digest('hex'))
  const plan = { ...shared, ...start, epochs, teachers: hashes }
  const { run, weights, calibration, curve } = await trainOne(plan, teacherCount + 1, teachers)
  runFile.tell({ state: 'publishing' })
  const record = {
    ...values,
    examples: countExamples(mix),
    ...{ players, samplesUnreviewed: unreviewed },
    engine: engine.backend,
    curve,
  }
  const { strokes } = networksOf(champion)
  const networks = { layers: plan.layers, weights, calibration, ...(strokes && { strokes }) }
  await publishWhole(folder, networks, async (draft) => {
    await writeTrainedSamples(draft, ids, championFolder)
    await writeFile(join(draft, 'training.json'), `${JSON.stringify(record, null, 2)}\n`)
  }).catch((error: Error) => {
    error.message += '. The run is kept: the same command goes on from its end'
    throw error
  })
  for (const kept of [run, ...raised.runs]) await removeCheckpoint(plan.checkpoints, kept)
  console.log(`${folder} is ready; now: npm run evaluate -- --model ${folder}`)
}

/** Shows a run here, and writes it down for others. */
function watchWith(runFile: RunFile): Watch {
  const shown = showProgress({ isTerminal: process.stderr.isTTY, log: (line) => console.log(line) })
  return {
    resume(step, steps) {
      shown.resume(step, steps)
      runFile.resume(step, steps)
    },
    step(step, steps, loss) {
      shown.step(step, steps, loss)
      runFile.step(step, steps, loss)
    },
    epoch(point) {
      shown.epoch(point)
      runFile.epoch(point)
    },
    unkept: shown.unkept,
  }
}

/**
 * @param names "champion" or model folders; of several the mean is taken
 * @throws RangeError when their layers differ
 */
async function startFrom(names: readonly string[]) {
  const [first, ...rest] = await Promise.all(
    names.map(async (name) => readTrainedNetwork(name === 'champion' ? await findChampionFolder() : name)),
  )
  if (!first) return { layers: architecture, from: null }
  const { layers, weights } = meanOf([first, ...rest])
  return { layers, from: weights }
}

const expected = [
  CommandLineError,
  DataFileError,
  ModelRefusedError,
  PublishingError,
  RangeError,
  TrainingError,
]
async function run(args: string[]): Promise<void> {
  const options = readOptions(args)
  await recordRun((runFile) => train(options, runFile))
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(expected.some((known) => error instanceof known) ? (error as Error).message : error)
  // Threads of a run that failed would go on waiting.
  process.exit(1)
})
