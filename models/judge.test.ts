import { readFile } from 'node:fs/promises'
import * as tf from '@tensorflow/tfjs-core'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { rasterise } from '#game/drawing/rasterise'
import { type Judge, loadJudge, type ModelFiles, ModelRefusedError } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'
import { type ModelJson, modelSchema } from './model-schema'
import { goldenRasters } from './training/golden'
import { registerWasmBackend } from './wasm-in-node'

let champion: ModelFiles
let model: ModelJson
let judge: Judge
beforeAll(async () => {
  registerWasmBackend()
  champion = await readModelFolder(await findChampionFolder())
  model = modelSchema.parse(champion.model)
})
beforeEach(async () => {
  judge = await loadJudge(champion, 'wasm')
})
afterEach(() => judge.dispose())

const many = Buffer.concat(Array.from({ length: 4 }, goldenRasters).flat())

test('the champion gives the same bits alone, in fives and in batches of thirty-two', () => {
  const inBatchesOf = (size: number) => {
    const guesses = Array.from({ length: Math.ceil(many.length / 784 / size) }, (_, index) =>
      judge.classify(many.subarray(index * size * 784, (index + 1) * size * 784)),
    )
    return guesses.flat().map(({ probabilities }) => Buffer.from(probabilities.buffer).toString('hex'))
  }
  expect(inBatchesOf(5)).toEqual(inBatchesOf(1))
  expect(inBatchesOf(32)).toEqual(inBatchesOf(1))
})

test('judging leaves no tensor behind, and a judge that is disposed leaves none at all', () => {
  const whileLoaded = tf.memory().numTensors
  for (let round = 0; round < 20; round++) judge.classify(many)
  expect(tf.memory().numTensors).toBe(whileLoaded)
  judge.dispose()
  expect(tf.memory().numTensors).toBe(0)
})

test('every answer is a set of probabilities, whatever the raster', () => {
  const odd = Buffer.concat([
    Buffer.alloc(784),
    Buffer.alloc(784, 255),
    rasterise([[{ x: 1, y: 1 }]]) ?? Buffer.of(),
  ])
  for (const { probabilities, thousandths } of judge.classify(odd)) {
    expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true)
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5)
    expect(thousandths.every(Number.isInteger)).toBe(true)
  }
})

test('no rasters get no guesses, and half a raster is an error', () => {
  expect(judge.classify(new Uint8Array(0))).toEqual([])
  expect(() => judge.classify(new Uint8Array(800))).toThrow(RangeError)
})

const bent = (change: Partial<ModelJson>, weights = champion.weights) => ({
  model: { ...model, ...change },
  weights,
})

test.each<[string, () => ModelFiles, string]>([
  ['labels in another order', () => bent({ labels: model.labels.toReversed() }), 'model.json: labels'],
  ['a missing layer', () => bent({ layers: model.layers.slice(1) }), 'layer 0 takes'],
  ['too few outputs', () => bent({ layers: model.layers.slice(0, -1) }), 'the network ends in'],
  ['weights cut short', () => bent({}, champion.weights.slice(0, -4)), 'bytes of weights'],
  [
    'weights of nothing but zeros',
    () => bent({}, new ArrayBuffer(champion.weights.byteLength)),
    'golden raster 0',
  ],
  [
    'a weight that is no number',
    () => bent({}, new Float32Array(champion.weights.byteLength / 4).fill(NaN).buffer),
    'not a finite number',
  ],
  ['another format', () => ({ ...champion, model: { format: 'keras' } }), 'model.json: format'],
])('a model with %s is refused, and nothing of it stays in memory', async (_, files, reason) => {
  const before = tf.memory().numTensors
  const refusal = await loadJudge(files(), 'wasm').catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ModelRefusedError)
  expect((refusal as Error).message).toContain(reason)
  expect(tf.memory().numTensors).toBe(before)
})

test('the champion is small enough to send to every browser', async () => {
  const weights = await readFile(`${await findChampionFolder()}/weights.bin`)
  expect(weights.length).toBeLessThanOrEqual(1024 * 1024)
})

test('a network that answers a golden raster with no number at all is refused, however finite its weights are', async () => {
  const weights = new Float32Array(champion.weights.slice(0))
  // All outputs of the last layer overflow, and infinity less infinity is no number.
  weights.fill(3e38, weights.length - 11 * 129)
  expect(weights.every(Number.isFinite)).toBe(true)
  const refused = loadJudge({ ...champion, weights: weights.buffer }, 'wasm')
  await expect(refused).rejects.toThrow(new ModelRefusedError('golden raster 0: the answer is off by NaN'))
})
