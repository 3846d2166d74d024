import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { rasterSize } from '#game/drawing/rasterise'
import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'
import { registerWasmBackend } from '#models/wasm-in-node'
import { Chance } from './chance'
import { fold } from './fold'
import { goldenDrawings } from './golden'
import { arraysOf, initialParameters, withArrays } from './network'
import { Optimiser } from './optimiser'
import { answersOf } from './publish'
import { registerGradients } from './register-gradients'
import { rateAt } from './schedule'
import { type BatchGradients, gradientsOf, meanGradients, measureStatistics } from './trainer'
import { unfold } from './unfold'
import { registerWasmGradients } from './wasm-gradients'
import { spawnWorkers, workInThisThread, workOnWholeSteps } from './workers'

beforeAll(async () => {
  registerWasmBackend()
  await tf.setBackend('wasm')
  registerGradients()
  registerWasmGradients()
})

const layers: readonly Layer[] = [
  { kind: 'conv', filter: [3, 3, 4, 8], stride: 2, padding: 'same' },
  { kind: 'dense', filter: [392, 16] },
  { kind: 'dense', filter: [16, labels.length] },
]
const pictures = goldenDrawings().map(({ raster }) => raster)
const batch = {
  rasters: Buffer.concat(pictures),
  labels: Uint8Array.from(pictures, (_, index) => index % 11),
}
const schedule = { steps: 120, rate: 0.05 }
const plain = { temperature: 1, notADigitBias: 0 }

function train() {
  const parameters = initialParameters(layers, new Chance(3))
  const optimiser = new Optimiser(arraysOf(parameters))
  const losses = Array.from({ length: schedule.steps }, (_, step) => {
    const { loss, gradients } = gradientsOf(layers, parameters, batch)
    optimiser.update(gradients, { rate: rateAt(step, schedule), decay: 0, averageDecay: 0.5 })
    return loss
  })
  const averages = withArrays(parameters, optimiser.average)
  return { losses, weights: fold(averages, measureStatistics(layers, averages, batch), plain) }
}

test('a dozen pictures are learnt by heart, the same way every time, and leave no tensor behind', () => {
  const before = tf.memory().numTensors
  const { losses, weights } = train()
  expect(losses.at(-1)).toBeLessThan(0.2 * (losses[0] ?? 0))
  const answers = answersOf(layers, weights, batch.rasters)
  expect(answers.map((answer) => answer.indexOf(Math.max(...answer)))).toEqual([...batch.labels])
  expect(train().weights).toEqual(weights)
  expect(tf.memory().numTensors).toBe(before)
})

test('a served network that is unfolded for training still gives its answers', () => {
  const { weights } = train()
  const parameters = unfold(layers, weights, batch)
  const again = fold(parameters, measureStatistics(layers, parameters, batch), plain)
  const answers = answersOf(layers, again, batch.rasters)
  answersOf(layers, weights, batch.rasters).forEach((answer, index) => {
    answer.forEach((probability, label) => {
      expect(answers[index]?.[label]).toBeCloseTo(probability, 4)
    })
  })
})

test('calibration is folded in: a temperature of two takes the root of the odds', () => {
  const parameters = initialParameters(layers, new Chance(3))
  const statistics = measureStatistics(layers, parameters, batch)
  const [warm] = answersOf(layers, fold(parameters, statistics, plain), batch.rasters)
  const [cool] = answersOf(
    layers,
    fold(parameters, statistics, { temperature: 2, notADigitBias: 0 }),
    batch.rasters,
  )
  const oddsOf = (answer: Float32Array | undefined) => (answer?.[1] ?? NaN) / (answer?.[2] ?? NaN)
  expect(oddsOf(cool) ** 2).toBeCloseTo(oddsOf(warm), 3)
})

test('workers: two give the gradients that one gives, bit for bit, and so does the mean of equals', async () => {
  const { arrays } = new Optimiser(arraysOf(initialParameters(layers, new Chance(3))))
  const batches = [batch, { ...batch, labels: batch.labels.map((label) => 10 - label) }, batch]
  const teacher = { layers, weights: train().weights }
  const alone = await workInThisThread(layers, [teacher]).gradients(arrays, batches)
  const workers = spawnWorkers(layers, 2, [teacher])
  expect(await workers.gradients(arrays, batches)).toEqual(alone)
  await workers.close()
  const [first, , last] = alone
  expect(meanGradients([first, last] as BatchGradients[])).toEqual(first)
})

test('workers: on whole steps they give the gradients of all batches of a step as one', async () => {
  const { arrays } = new Optimiser(arraysOf(initialParameters(layers, new Chance(3))))
  const teacher = { layers, weights: train().weights }
  const half = pictures.length / 2
  const batches = [0, half].map((from) => ({
    rasters: batch.rasters.subarray(from * rasterSize ** 2, (from + half) * rasterSize ** 2),
    labels: batch.labels.subarray(from, from + half),
  }))
  const whole = await workOnWholeSteps(layers, [teacher]).gradients(arrays, batches)
  expect(whole).toEqual(await workInThisThread(layers, [teacher]).gradients(arrays, [batch]))
})

test('the learning rate rises, then falls to a hundredth', () => {
  const long = { ...schedule, steps: 10_000 }
  expect(rateAt(0, long)).toBeLessThan(rateAt(200, long))
  expect(rateAt(9_999, long)).toBeCloseTo(0.0001)
})
