import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { rasterise } from '#game/drawing/rasterise'
import { type Judge, loadJudge, type ModelFiles, ModelRefusedError } from './judge'
import { findChampionFolder, modelsFolder, readModelFolder } from './model-folder'
import { type ModelJson, modelSchema } from './model-schema'
import { splitWeights } from './model-shapes'
import { createOnBackend } from './network/tfjs-network'
import { createWasmNetwork } from './network/wasm-network'
import { Chance } from './training/chance'
import { goldenDrawings } from './training/golden'
import { initialParameters } from './training/network'
import { networksOf, publish } from './training/publish'
import { strokeArchitecture } from './training/stroke-network/architecture'
import { registerWasmBackend } from './wasm-in-node'

/** What plays, and what it is measured by. */
const engines = [createWasmNetwork, createOnBackend('wasm')]

let champion: ModelFiles
let model: ModelJson
let judge: Judge
beforeAll(async () => {
  registerWasmBackend()
  await tf.setBackend('wasm')
  champion = await readModelFolder(await findChampionFolder())
  model = modelSchema.parse(champion.model)
})
beforeEach(async () => {
  judge = await loadJudge(champion)
})
afterEach(() => {
  vi.restoreAllMocks()
  judge.dispose()
})

const golden = Array.from({ length: 4 }, goldenDrawings).flat()
const many = Buffer.concat(golden.map(({ raster }) => raster))

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

test('judging leaves no tensor behind, and a judge that is disposed leaves none at all', async () => {
  const onTfjs = await loadJudge(champion, createOnBackend('wasm'))
  const whileLoaded = tf.memory().numTensors
  expect(whileLoaded).toBeGreaterThan(0)
  for (let round = 0; round < 20; round++) onTfjs.classify(many)
  expect(tf.memory().numTensors).toBe(whileLoaded)
  onTfjs.dispose()
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
  [
    'a layer that sees more than it gets',
    () =>
      bent({
        layers: [{ kind: 'conv', filter: [15, 3, 4, 24], stride: 1, padding: 'valid' }, ...model.layers],
      }),
    'layer 0 sees more than it gets',
  ],
  [
    'outputs of a layer that are no fours',
    () =>
      bent({
        layers: [{ kind: 'conv', filter: [3, 3, 4, 22], stride: 1, padding: 'valid' }, ...model.layers],
      }),
    'layer 0 has 22 outputs',
  ],
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
  for (const createNetwork of engines) {
    const refusal = await loadJudge(files(), createNetwork).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ModelRefusedError)
    expect((refusal as Error).message).toContain(reason)
    expect(tf.memory().numTensors).toBe(before)
  }
})

test('a model is refused where its engine does not run, and the reason is given', async () => {
  const refused = loadJudge(champion, createOnBackend('nowhere'))
  await expect(refused).rejects.toThrow(ModelRefusedError)
  vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(new Error('no SIMD here'))
  await expect(loadJudge(champion)).rejects.toThrow(new ModelRefusedError('no SIMD here'))
})

test('the champion is small enough to send to every browser', async () => {
  const weights = await readFile(`${await findChampionFolder()}/weights.bin`)
  expect(weights.length).toBeLessThanOrEqual(1024 * 1024)
})

test('a network that answers a golden raster with no number at all is refused, however finite its weights are', async () => {
  const weights = new Float32Array(champion.weights.slice(0))
  // All outputs of the last layer overflow, and infinity less infinity is no number.
  splitWeights(model, weights).pictures.fill(3e38, -11 * 129)
  expect(weights.every(Number.isFinite)).toBe(true)
  for (const createNetwork of engines) {
    const refused = loadJudge({ ...champion, weights: weights.buffer }, createNetwork)
    await expect(refused).rejects.toThrow(new ModelRefusedError('golden raster 0: the answer is off by NaN'))
  }
})

/** The champion's network for pictures beside one for strokes that has learnt nothing. */
async function publishWithStrokes(): Promise<ModelFiles> {
  const folder = join(await mkdtemp(join(tmpdir(), 'judge-')), 'digits-v99')
  const layers = strokeArchitecture
  const parameters = initialParameters(layers, new Chance(1))
  const weights = Float32Array.from(
    parameters.flatMap(({ filter, shift }) => [...filter, ...shift.map((_, at) => at / 100)]),
  )
  const strokes = { layers, weights, calibration: { temperature: 1, notADigitBias: 0 } }
  await publish(folder, { ...networksOf(champion), strokes })
  const files = await readModelFolder(folder)
  await rm(dirname(folder), { recursive: true })
  return files
}

const goldenPaths = Float32Array.from(golden.flatMap(({ path }) => [...path]))

test('[S20] strokes: a judge gives the same bits of them alone, in fives and in batches of thirty-two, beside the same bits of pictures', async () => {
  const both = await loadJudge(await publishWithStrokes())
  const size = 160
  const inBatchesOf = (count: number) =>
    Array.from({ length: Math.ceil(golden.length / count) }, (_, index) =>
      both.classify(
        many.subarray(index * count * 784, (index + 1) * count * 784),
        goldenPaths.subarray(index * count * size, (index + 1) * count * size),
      ),
    ).flat()
  const alone = inBatchesOf(1)
  expect(alone.every(({ strokeThousandths }) => strokeThousandths?.length === 11)).toBe(true)
  expect(inBatchesOf(5)).toEqual(alone)
  expect(inBatchesOf(32)).toEqual(alone)
  expect(both.classify(many).map(({ probabilities }) => probabilities)).toEqual(
    alone.map(({ probabilities }) => probabilities),
  )
  expect(both.classify(many)[0]).not.toHaveProperty('strokeThousandths')
  expect(() => both.classify(many, goldenPaths.subarray(size))).toThrow(RangeError)
  both.dispose()
})

test('strokes: digits-v1 is still read, and says nothing of them', async () => {
  const older = await loadJudge(await readModelFolder(join(modelsFolder, 'digits-v1')))
  const [answer] = older.classify(many.subarray(0, 784), goldenPaths.subarray(0, 160))
  expect(answer?.thousandths).toHaveLength(11)
  expect(answer).not.toHaveProperty('strokeThousandths')
  older.dispose()
})

type Strokes = NonNullable<ModelJson['strokes']>

test.each<[string, (strokes: Strokes) => Partial<ModelJson>, string]>([
  [
    'a missing layer',
    (strokes) => ({ strokes: { ...strokes, layers: strokes.layers.slice(1) } }),
    'stroke layer 0 takes',
  ],
  [
    'too few outputs',
    (strokes) => ({ strokes: { ...strokes, layers: strokes.layers.slice(0, -1) } }),
    'the network ends in',
  ],
  ['the format of one without', () => ({ format: 'digit-dash-model/1' }), 'format 2 is that with strokes'],
  [
    'another golden path',
    (strokes) => ({
      strokes: {
        ...strokes,
        golden: strokes.golden.map((each, at) => ({
          ...each,
          path: strokes.golden[at === 0 ? 1 : 0]?.path ?? '',
        })),
      },
    }),
    'golden path 0',
  ],
  [
    'a golden path that is cut off',
    (strokes) => ({
      strokes: { ...strokes, golden: strokes.golden.map((each) => ({ ...each, path: each.path.slice(8) })) },
    }),
    'model.json: strokes.golden.0.path',
  ],
])('a stroke network with %s is refused, and nothing of it stays in memory', async (_, change, reason) => {
  const files = await publishWithStrokes()
  const model = modelSchema.parse(files.model)
  if (!model.strokes) throw new Error('no strokes were published')
  const before = tf.memory().numTensors
  const changed = { ...files, model: { ...model, ...change(model.strokes) } }
  for (const createNetwork of engines) {
    const refusal = await loadJudge(changed, createNetwork).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ModelRefusedError)
    expect((refusal as Error).message).toContain(reason)
    expect(tf.memory().numTensors).toBe(before)
  }
})
