import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import * as tf from '@tensorflow/tfjs-core'
import { SingleBar } from 'cli-progress'
import { calibrate } from './training/calibrate'
import { Chance } from './training/chance'
import { removeCheckpoint, resumeCheckpoint, saveCheckpoint } from './training/checkpoint'
import { fold } from './training/fold'
import { drawBatch, everyExample } from './training/mixture'
import { architecture, arraysOf, initialParameters, withArrays } from './training/network'
import { Optimiser } from './training/optimiser'
import { progressOf } from './training/progress'
import { answersOf, publish } from './training/publish'
import { registerGradients } from './training/register-gradients'
import { learn, measureStatistics } from './training/trainer'
import { loadTrainingSet } from './training/training-set'
import { registerWasmGradients } from './training/wasm-gradients'
import { registerWasmBackend } from './wasm-in-node'

const { values } = parseArgs({
  options: {
    epochs: { type: 'string', default: '40' },
    out: { type: 'string', default: 'models/digits-v2' },
    seed: { type: 'string', default: '1' },
  },
})
const dataDir = process.env.DATA_DIR ?? '.cache/data'
const batchSize = 64
const statisticsSize = 4096

registerWasmBackend()
registerGradients()
registerWasmGradients()
await tf.setBackend('wasm')

const { training, heldOut } = await loadTrainingSet(dataDir)
const everyHeldOut = everyExample(heldOut)
const stepsPerEpoch = Math.ceil(
  (training.pictures.length + training.digits.length + training.others.length) / batchSize,
)
const steps = Math.ceil(Number(values.epochs) * stepsPerEpoch)
const chance = new Chance(Number(values.seed))
const parameters = initialParameters(architecture, chance)
const optimiser = new Optimiser(arraysOf(parameters))
const schedule = { steps, rate: 0.003, decay: 0.02, memory: 1 - 4 / Math.min(steps, 8 * stepsPerEpoch) }
const checkpoint = join('.cache', 'training', `${basename(values.out)}.checkpoint`)
const run = JSON.stringify({ ...values, stepsPerEpoch })
if (await resumeCheckpoint(checkpoint, run, optimiser, chance))
  console.log(`taking up at step ${optimiser.step}`)

function averaged() {
  const weights = withArrays(parameters, optimiser.average)
  const statistics = measureStatistics(
    architecture,
    weights,
    drawBatch(training, statisticsSize, new Chance(0)),
  )
  return (calibration: { temperature: number; notADigitBias: number }) =>
    fold(architecture, weights, statistics, calibration)
}
const plain = { temperature: 1, notADigitBias: 0 }

const curve: object[] = []
const bar = new SingleBar({
  format: '{bar} {percentage}% | {duration_formatted}, {eta_formatted} to go | loss {loss}',
})
bar.start(steps, optimiser.step, { loss: '-' })
let loss = 0
while (optimiser.step < steps) {
  const batchLoss = learn(
    architecture,
    parameters,
    optimiser,
    drawBatch(training, batchSize, chance),
    schedule,
  )
  loss = loss === 0 ? batchLoss : 0.99 * loss + 0.01 * batchLoss
  if (optimiser.step % 20 === 0) bar.update(optimiser.step, { loss: loss.toFixed(3) })
  if (optimiser.step % stepsPerEpoch === 0 || optimiser.step === steps) {
    const answers = answersOf(architecture, averaged()(plain), everyHeldOut.rasters)
    const point = { epoch: optimiser.step / stepsPerEpoch, loss, ...progressOf(answers, heldOut) }
    curve.push(point)
    console.log(`\n${JSON.stringify(point)}`)
    await saveCheckpoint(checkpoint, run, optimiser, chance)
  }
}
bar.stop()

const foldAveraged = averaged()
const calibration = calibrate(
  answersOf(architecture, foldAveraged(plain), everyHeldOut.rasters),
  everyHeldOut.labels,
)
await publish(values.out, architecture, foldAveraged(calibration), calibration)
await writeFile(join(values.out, 'training.json'), `${JSON.stringify({ ...values, curve }, null, 2)}\n`)
await removeCheckpoint(checkpoint)
console.log(`${values.out} is ready: temperature ${calibration.temperature.toFixed(3)}`)
