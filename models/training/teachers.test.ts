import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import { ModelRefusedError } from '#models/judge'
import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'
import { registerWasmBackend } from '#models/wasm-in-node'
import { Chance } from './chance'
import { fold } from './fold'
import { goldenDrawings } from './golden'
import { arraysOf, initialParameters, withArrays } from './network'
import { Optimiser } from './optimiser'
import { answersOf, publish } from './publish'
import { registerGradients } from './register-gradients'
import { loadTeachers } from './teachers'
import { readTrainedNetwork, type TrainedNetwork } from './trained-network'
import { measureStatistics } from './trainer'
import { registerWasmGradients } from './wasm-gradients'
import { workInThisThread } from './workers'

const layers: readonly Layer[] = [
  { kind: 'conv', filter: [3, 3, 4, 8], stride: 2, padding: 'same' },
  { kind: 'dense', filter: [392, 16] },
  { kind: 'dense', filter: [16, labels.length] },
]
const pictures = goldenDrawings().map(({ raster }) => raster)
const rasters = Buffer.concat(pictures)
const plain = { temperature: 1, notADigitBias: 0 }
const batch = { rasters, labels: new Uint8Array(pictures.length) }
let folder = ''

beforeAll(async () => {
  registerWasmBackend()
  await tf.setBackend('wasm')
  registerGradients()
  registerWasmGradients()
  folder = await mkdtemp(join(tmpdir(), 'teachers-'))
})

afterAll(() => rm(folder, { recursive: true }))

/** The most by which two lists of the same length differ anywhere; NaN where they are not. */
function distance(one: readonly number[], other: readonly number[]): number {
  return one.length === other.length
    ? Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? NaN))))
    : NaN
}

/** Publishes an untrained network, calibrated. @returns its folder, and what it said before it was calibrated */
async function publishTeacher(name: string, seed: number) {
  const parameters = initialParameters(layers, new Chance(seed))
  const statistics = measureStatistics(layers, parameters, batch)
  const calibration = { temperature: 1.7, notADigitBias: -2.5 }
  const path = join(folder, name)
  const calibrated = fold(parameters, statistics, calibration)
  await publish(path, { layers, weights: calibrated, calibration })
  const weights = fold(parameters, statistics, plain)
  return { path, said: answersOf(layers, weights, rasters).flatMap((answer) => [...answer]) }
}

test('a teacher says what it said before it was calibrated for play', async () => {
  const { path, said } = await publishTeacher('digits-v1', 1)
  const teacherProbabilities = loadTeachers([await readTrainedNetwork(path)])?.(rasters)
  expect(distance([...(teacherProbabilities ?? [])], said)).toBeLessThan(1e-5)
})

test('two teachers are asked for their mean, and none for nothing', async () => {
  const [one, other] = [await publishTeacher('digits-v2', 2), await publishTeacher('digits-v3', 3)]
  const teachers = [await readTrainedNetwork(one.path), await readTrainedNetwork(other.path)]
  const teacherProbabilities = loadTeachers(teachers)?.(rasters)
  const mean = one.said.map((value, at) => (value + (other.said[at] ?? NaN)) / 2)
  expect(distance([...(teacherProbabilities ?? [])], mean)).toBeLessThan(1e-5)
  expect(loadTeachers([])).toBe(null)
})

/** What a student says after a while, where the labels call everything a 0, or what is given. */
async function learn(teachers: readonly TrainedNetwork[], label = 0): Promise<number[]> {
  const batch = { rasters, labels: new Uint8Array(pictures.length).fill(label) }
  const shape = initialParameters(layers, new Chance(5))
  const optimiser = new Optimiser(arraysOf(shape))
  const workers = workInThisThread(layers, teachers)
  for (let step = 0; step < 60; step++) {
    const [batchGradients] = await workers.gradients(optimiser.arrays, [batch])
    optimiser.update(batchGradients?.gradients ?? [], { rate: 0.02, decay: 0, averageDecay: 0.5 })
  }
  const learnt = withArrays(shape, optimiser.arrays)
  const weights = fold(learnt, measureStatistics(layers, learnt, batch), plain)
  return answersOf(layers, weights, rasters).flatMap((answer) => [...answer])
}

test('who has a teacher comes to say more of what the teacher says than of what the labels say', async () => {
  const { path, said } = await publishTeacher('digits-v4', 4)
  const answers = await learn([await readTrainedNetwork(path)])
  const fromTeacher = distance(answers, said)
  expect(fromTeacher).toBeLessThan(0.5 * distance(await learn([]), said))
})

test('a teacher who takes for a digit what is none is not heard, and the label alone counts', async () => {
  const { path } = await publishTeacher('digits-v6', 4)
  const fooled = await readTrainedNetwork(path)
  expect(await learn([fooled], notADigit)).toEqual(await learn([], notADigit))
})

test('a folder that holds no network, or one with a weight too few, teaches nobody', async () => {
  const { path } = await publishTeacher('digits-v5', 6)
  const weights = await readFile(join(path, 'weights.bin'))
  await writeFile(join(path, 'weights.bin'), weights.subarray(4))
  await expect(readTrainedNetwork(path)).rejects.toThrow(ModelRefusedError)
  await expect(readTrainedNetwork(join(folder, 'nowhere'))).rejects.toThrow(ModelRefusedError)
})
