import { beforeAll, describe, expect, test } from 'vitest'
import { toBlocks } from '#models/blocks'
import { modelsFolder, readModelFolder } from '#models/model-folder'
import { type Layer, modelSchema } from '#models/model-schema'
import { pathShape, pictureShape, splitWeights } from '#models/model-shapes'
import { Chance } from '#models/training/chance'
import { goldenDrawings } from '#models/training/golden'
import { registerWasmBackend } from '#models/wasm-in-node'
import { outputCount, outputShape, type TensorShape, weightCount } from './layer-sizes'
import { createOnBackend } from './tfjs-network'
import { createWasmNetwork } from './wasm-network'

beforeAll(registerWasmBackend)

const bitsOf = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex')

/** What a network of these layers says of the inputs on tfjs and on its own, as bits. */
async function answerTwice(
  layers: readonly Layer[],
  weights: Float32Array,
  shape: TensorShape,
  inputs: Float32Array,
) {
  const [reference, own] = [
    await createOnBackend('wasm')(layers, weights, shape),
    await createWasmNetwork(layers, weights, shape),
  ]
  const answers = [bitsOf(reference.infer(inputs)), bitsOf(own.infer(inputs))]
  reference.dispose()
  own.dispose()
  return answers
}

test.each(['digits-v1', 'digits-v2', 'digits-v3', 'digits-v4', 'digits-v5', 'digits-v6'])(
  '[S22] bits: %s answers as on the WASM backend of TensorFlow.js, to the last bit',
  async (version) => {
    const files = await readModelFolder(`${modelsFolder}/${version}`)
    const model = modelSchema.parse(files.model)
    const parts = splitWeights(model, new Float32Array(files.weights))
    const golden = goldenDrawings()
    const chance = new Chance(7)
    const noise = Uint8Array.from({ length: 784 * 40 }, () => chance.next() * 256)
    const rasters = Buffer.concat([...golden.map(({ raster }) => raster), noise])
    const [reference, own] = await answerTwice(model.layers, parts.pictures, pictureShape, toBlocks(rasters))
    expect(own).toBe(reference)
    if (!model.strokes) return
    const paths = Float32Array.from([
      ...golden.flatMap(({ path }) => [...path]),
      ...Array.from({ length: 160 * 40 }, () => 2 * chance.next() - 1),
    ])
    const [ofStrokes, ownOfStrokes] = await answerTwice(model.strokes.layers, parts.strokes, pathShape, paths)
    expect(ownOfStrokes).toBe(ofStrokes)
  },
)

const conv = (
  filter: Extract<Layer, { kind: 'conv' }>['filter'],
  stride = 1,
  padding: 'same' | 'valid' = 'valid',
): Layer => ({ kind: 'conv', filter, stride, padding })
const dense = (inputs: number, outputs: number): Layer => ({ kind: 'dense', filter: [inputs, outputs] })

describe('[S22] bits: so do networks of other layers', () => {
  test.each<[string, TensorShape, Layer[]]>([
    ['nothing but a dense one', [1, 1, 7], [dense(7, 11)]],
    ['odd places, one at a time', [7, 5, 3], [conv([3, 3, 3, 12]), dense(180, 4), dense(4, 11)]],
    ['a margin on all sides', [6, 6, 4], [conv([3, 3, 4, 8], 1, 'same'), dense(288, 11)]],
    ['a margin of an odd size', [9, 12, 2], [conv([5, 4, 2, 20], 2, 'same'), conv([5, 6, 20, 11])]],
    ['steps over what no window sees', [11, 11, 1], [conv([2, 2, 1, 4], 4), conv([3, 3, 4, 2])]],
    ['wide groups', [1, 8, 3], [conv([1, 1, 3, 48]), conv([1, 8, 48, 16]), dense(16, 13)]],
  ])('%s', async (_, shape, layers) => {
    const chance = new Chance(layers.length)
    const drawn = (length: number, reach: number) =>
      Float32Array.from({ length }, () => reach * (2 * chance.next() - 1))
    const weights = drawn(
      layers.reduce((sum, layer) => sum + weightCount(layer) + outputCount(layer), 0),
      0.7,
    )
    for (const count of [1, 2, 7, 8, 9, 33]) {
      const inputs = drawn(count * shape[0] * shape[1] * shape[2], 1)
      const [reference, own] = await answerTwice(layers, weights, shape, inputs)
      expect(own).toBe(reference)
    }
    expect(layers.reduce((from, layer) => outputShape(layer, from).shape, shape).slice(0, 2)).toEqual([1, 1])
  })
})
