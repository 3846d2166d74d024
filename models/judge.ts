import * as tf from '@tensorflow/tfjs-core'
import { rasterSize } from '#game/drawing/rasterise'
import { toBlocks } from './blocks'
import { labels } from './labels'
import { type Layer, type ModelJson, modelSchema } from './model-schema'

export type ModelFiles = { readonly model: unknown; readonly weights: ArrayBuffer }

/** Calibrated probabilities of the eleven labels, as the network gave them and as the rules read them. */
export type Guess = { readonly probabilities: Float32Array; readonly thousandths: number[] }

export type Judge = {
  readonly version: string
  /** The tfjs backend that answers. Only 'wasm' gives the same bits on every machine. */
  readonly engine: string
  /** @param rasters any number of 784 grey levels each, one after the other */
  classify(rasters: Uint8Array): Guess[]
  dispose(): void
}

/** A model that must not serve, and why. */
export class ModelRefusedError extends Error {
  override readonly name = 'ModelRefusedError'
}

const pixels = rasterSize * rasterSize

/**
 * Makes a network ready to judge on the named tfjs backend, which must have been registered.
 *
 * @throws ModelRefusedError when labels, shapes, byte count or golden outputs do not fit; nothing is left in memory then
 */
export async function loadJudge(files: ModelFiles, backendName: string): Promise<Judge> {
  const parsed = modelSchema.safeParse(files.model)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ModelRefusedError(`model.json: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const model = parsed.data
  checkShapes(model, files.weights.byteLength)
  if (!(await tf.setBackend(backendName)))
    throw new ModelRefusedError(`the ${backendName} backend does not start here`)
  await tf.ready()
  const layers = loadLayers(model, files.weights)
  const judge: Judge = {
    version: model.version,
    engine: backendName,
    classify: (rasters) => classify(layers, rasters),
    dispose: () => tf.dispose(layers),
  }
  try {
    checkGolden(model, judge)
  } catch (error) {
    judge.dispose()
    throw error
  }
  return judge
}

type LoadedLayer = Layer & { readonly weights: tf.Tensor; readonly bias: tf.Tensor1D }

function weightCount({ filter }: Layer): number {
  return filter.reduce((product, size) => product * size, 1)
}

function outputs({ filter }: Layer): number {
  return filter[filter.length - 1] ?? 0
}

function checkShapes({ layers, weights }: ModelJson, byteLength: number): void {
  let size = rasterSize / 2
  let channels = 4
  layers.forEach((layer, index) => {
    const inputs = layer.kind === 'conv' ? channels : size * size * channels
    if (layer.filter[layer.filter.length - 2] !== inputs) {
      throw new ModelRefusedError(
        `layer ${index} takes ${layer.filter[layer.filter.length - 2]} inputs and gets ${inputs}`,
      )
    }
    if (layer.kind === 'conv') {
      const reach = layer.padding === 'same' ? size : size - layer.filter[0] + 1
      size = Math.ceil(reach / layer.stride)
    } else size = 1
    channels = outputs(layer)
  })
  if (size !== 1 || channels !== labels.length) {
    throw new ModelRefusedError(
      `the network ends in ${size}x${size}x${channels} outputs, not in ${labels.length}`,
    )
  }
  const expected = layers.reduce((sum, layer) => sum + weightCount(layer) + outputs(layer), 0) * 4
  if (byteLength !== expected || weights.bytes !== expected) {
    throw new ModelRefusedError(`the layers need ${expected} bytes of weights, there are ${byteLength}`)
  }
}

function loadLayers(model: ModelJson, weights: ArrayBuffer): LoadedLayer[] {
  let offset = 0
  const take = (count: number) => {
    const values = new Float32Array(weights, offset, count)
    offset += count * 4
    if (!values.every(Number.isFinite)) throw new ModelRefusedError('a weight is not a finite number')
    return values
  }
  const values = model.layers.map((layer) => ({
    layer,
    weights: take(weightCount(layer)),
    bias: take(outputs(layer)),
  }))
  return values.map(({ layer, weights, bias }) => ({
    ...layer,
    weights: tf.tensor(weights, [...layer.filter]),
    bias: tf.tensor1d(bias),
  }))
}

function classify(layers: readonly LoadedLayer[], rasters: Uint8Array): Guess[] {
  const count = rasters.length / pixels
  if (!Number.isInteger(count)) throw new RangeError(`${rasters.length} bytes are no whole number of rasters`)
  if (count === 0) return []
  const flat = tf.tidy(() => {
    const input: tf.Tensor = tf.tensor4d(toBlocks(rasters), [count, rasterSize / 2, rasterSize / 2, 4])
    const logits = layers.reduce((x, layer, index) => {
      const activation = index < layers.length - 1 ? 'relu' : 'linear'
      return forward(x, layer, activation)
    }, input)
    return tf.softmax(logits as tf.Tensor2D).dataSync<'float32'>()
  })
  return Array.from({ length: count }, (_, index) => {
    const probabilities = flat.slice(index * labels.length, (index + 1) * labels.length)
    return {
      probabilities,
      thousandths: Array.from(probabilities, (value) => Math.floor(value * 1000 + 0.5)),
    }
  })
}

function forward(x: tf.Tensor, layer: LoadedLayer, activation: 'relu' | 'linear'): tf.Tensor {
  const { weights, bias } = layer
  if (layer.kind === 'dense') {
    const a = tf.reshape<tf.Rank.R2>(x, [x.shape[0] ?? 0, -1])
    return tf.fused.matMul({ a, b: weights as tf.Tensor2D, bias, activation })
  }
  const { stride: strides, padding: pad } = layer
  return tf.fused.conv2d({
    x: x as tf.Tensor4D,
    filter: weights as tf.Tensor4D,
    strides,
    pad,
    bias,
    activation,
  })
}

function checkGolden({ golden }: ModelJson, judge: Judge): void {
  golden.forEach(({ raster, probabilities }, index) => {
    const [guess] = judge.classify(fromBase64(raster))
    const farthest = Math.max(
      ...probabilities.map((value, label) => Math.abs(value - (guess?.probabilities[label] ?? NaN))),
    )
    if (!(farthest < 0.001))
      throw new ModelRefusedError(`golden raster ${index}: the answer is off by ${farthest}`)
  })
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
