import { createHash } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { CommandLineError, readCommandLine } from './command-line'
import { DataFileError } from './data-file'
import { chooseEngine } from './engine'
import { ModelRefusedError } from './judge'
import { findChampionFolder, nextModelFolder, readModelFolder } from './model-folder'
import { removeCheckpoint } from './training/checkpoint'
import { architecture } from './training/network'
import { networksOf, PublishingError, publishWhole } from './training/publish'
import { registerGradients } from './training/register-gradients'
import { loadSamples } from './training/samples'
import { type Plan, type Trained, trainNetwork, type Watch } from './training/train-network'
import { trainTeachers } from './training/train-teachers'
import { meanOf, readTrainedNetwork, type TrainedNetwork } from './training/trained-network'
import { writeTrainedSamples } from './training/trained-samples'
import { countExamples, joinExamples, loadTrainingSet } from './training/training-set'
import { registerWasmGradients } from './training/wasm-gradients'
import { spawnWorkers, workOnWholeSteps } from './training/workers'

const usage =
  'npm run train -- [--epochs N] [--seed N] [--samples DIR]... [--unreviewed] [--from DIR|champion]... [--teacher DIR]... [--teachers N [--teacher-epochs N]] [--warp SHARE] [--out models/digits-vN]'

/** Trains a challenger and writes its folder, with the champion's stroke network; killed, it goes on where it stood when started again. */
async function train(args: string[]): Promise<void> {
  const { values } = readCommandLine(usage, {
    args,
    options: {
      epochs: { type: 'string', default: '28' },
      seed: { type: 'string', default: '1' },
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
  const epochs = Number(values.epochs)
  const seed = Number(values.seed)
  const warp = Number(values.warp)
  const teacherCount = Number(values.teachers)
  const teacherEpochs = Number(values['teacher-epochs'])
  const areNumbers = [seed, teacherCount].every(Number.isInteger) && epochs >= 0 && teacherEpochs > 0
  if (!areNumbers || !(warp >= 0 && warp <= 1)) throw new CommandLineError(usage)
  const championFolder = await findChampionFolder()
  const champion = await readModelFolder(championFolder)
  const engine = await chooseEngine(champion)
  console.log(`${engine.backend}: ${engine.reason}`)
  registerGradients()
  if (engine.backend === 'wasm') registerWasmGradients()

  const { training, heldOut } = await loadTrainingSet(process.env.DATA_DIR ?? '.cache/data')
  const options = { acceptsUnreviewed: values.unreviewed }
  const samples = await Promise.all(values.samples.map((folder) => loadSamples(folder, options)))
  const mix = joinExamples([training, ...samples.map(({ examples }) => examples)])
  const total = (of: 'count' | 'unreviewed') => samples.reduce((sum, each) => sum + each[of], 0)
  const unreviewed = total('unreviewed')
  if (unreviewed > 0)
    console.log(
      `${unreviewed} of ${total('count')} samples are not reviewed: they are learnt as what was asked for`,
    )
  const folder = values.out ?? (await nextModelFolder())
  if (await stat(folder).catch(() => null))
    throw new CommandLineError(`${folder} is there already; name a new one with --out`)
  console.log(
    `${countExamples(mix)} examples to learn from, ${countExamples(heldOut)} held out, to ${folder}`,
  )
  const start = await startFrom(values.from)
  const shared = { training: mix, heldOut, seed, warp, checkpoints: join('.cache', 'training') }
  const openWorkers = (layers: Plan['layers'], teachers: readonly TrainedNetwork[]) =>
    engine.backend === 'wasm'
      ? spawnWorkers(layers, availableParallelism(), teachers)
      : workOnWholeSteps(layers, teachers)
  async function trainOne(plan: Plan, teachers: readonly TrainedNetwork[]): Promise<Trained> {
    const workers = openWorkers(plan.layers, teachers)
    const trained = await trainNetwork(plan, workers, showProgress())
    await workers.close()
    return trained
  }
  const given = await Promise.all(values.teacher.map(readTrainedNetwork))
  const raised = await trainTeachers(
    { ...shared, layers: start.layers, epochs: teacherEpochs },
    teacherCount,
    (plan, number) => {
      console.log(`teacher ${number} of ${teacherCount}`)
      return trainOne(plan, [])
    },
  )
  const teachers = [...given, ...raised.networks]
  const hashes = teachers.map(({ weights }) => createHash('sha256').update(weights).digest('hex'))
  const plan = { ...shared, ...start, epochs, teachers: hashes }
  const { run, weights, calibration, curve } = await trainOne(plan, teachers)
  const record = {
    ...values,
    examples: countExamples(mix),
    samplesUnreviewed: unreviewed,
    engine: engine.backend,
    curve,
  }
  const { strokes } = networksOf(champion)
  const networks = { layers: plan.layers, weights, calibration, ...(strokes && { strokes }) }
  await publishWhole(folder, networks, async (draft) => {
    await writeTrainedSamples(draft, values.samples, championFolder)
    await writeFile(join(draft, 'training.json'), `${JSON.stringify(record, null, 2)}\n`)
  }).catch((error: Error) => {
    error.message += '. The run is kept: the same command goes on from its end'
    throw error
  })
  for (const kept of [run, ...raised.runs]) await removeCheckpoint(plan.checkpoints, kept)
  console.log(`${folder} is ready; now: npm run evaluate -- --model ${folder}`)
}

function showProgress(): Watch {
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {eta_formatted} to go | loss {loss}',
    noTTYOutput: false,
  })
  return {
    resume(step, steps) {
      console.log(`going on at step ${step} of ${steps}`)
    },
    step(step, steps, loss) {
      if (!bar.isActive) bar.start(steps, step, { loss: '' })
      bar.update(step, { loss: loss.toFixed(3) })
      if (step === steps) bar.stop()
    },
    epoch({ epoch, loss, pictures, digits, falseLocks }) {
      const share = (value: number) => `${(value * 100).toFixed(2)} %`
      console.log(
        `\nepoch ${epoch.toFixed(1)}: loss ${loss.toFixed(4)}, held out: pictures ${share(pictures)}, ` +
          `drawn digits ${share(digits)}, others that lock ${share(falseLocks)}`,
      )
    },
    unkept({ message }) {
      console.warn(`\nthe run could not be kept, and goes on: ${message}`)
    },
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

await train(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = [CommandLineError, DataFileError, ModelRefusedError, PublishingError, RangeError].some(
    (known) => error instanceof known,
  )
  console.error(isExpected ? (error as Error).message : error)
  process.exitCode = 1
})
