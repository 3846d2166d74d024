import * as tf from '@tensorflow/tfjs-core'
import { pathChannels, pathPoints } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import { toBlocks } from './blocks'
import type { Layer } from './model-schema'

export type LoadedLayer = Layer & { readonly weights: tf.Tensor; readonly bias: tf.Tensor1D }

const pixels = rasterSize * rasterSize

export function weightCount({ filter }: Layer): number {
  return filter.reduce((product, size) => product * size, 1)
}

export function outputCount({ filter }: Layer): number {
  return filter[filter.length - 1] ?? 0
}

/** Puts folded weights, layer after layer and filter before bias, into the backend's memory. The caller disposes. */
export function loadLayers(layers: readonly Layer[], weights: Float32Array): LoadedLayer[] {
  let offset = 0
  const take = (count: number) => {
    offset += count
    return weights.subarray(offset - count, offset)
  }
  return layers.map((layer) => ({
    ...layer,
    weights: tf.tensor(take(weightCount(layer)), [...layer.filter]),
    bias: tf.tensor1d(take(outputCount(layer))),
  }))
}

/**
 * @param rasters any whole number of 784 grey levels
 * @returns the probabilities of all labels for each raster, one after the other
 */
export function infer(layers: readonly LoadedLayer[], rasters: Uint8Array): Float32Array {
  const half = rasterSize / 2
  const count = countOf(rasters, pixels, 'rasters')
  return probabilitiesOf(layers, () => tf.tensor4d(toBlocks(rasters), [count, half, half, 4]), count)
}

/**
 * The same for the stroke network.
 * @param paths any whole number of `penPathOf`
 */
export function inferPaths(layers: readonly LoadedLayer[], paths: Float32Array): Float32Array {
  const count = countOf(paths, pathPoints * pathChannels, 'paths')
  return probabilitiesOf(layers, () => tf.tensor4d(paths, [count, 1, pathPoints, pathChannels]), count)
}

function countOf({ length }: { readonly length: number }, size: number, what: string): number {
  const count = length / size
  if (!Number.isInteger(count)) throw new RangeError(`${length} numbers are no whole number of ${what}`)
  return count
}

function probabilitiesOf(
  layers: readonly LoadedLayer[],
  input: () => tf.Tensor,
  count: number,
): Float32Array {
  if (count === 0) return new Float32Array(0)
  const last = layers.length - 1
  const probabilities = tf.tidy(() =>
    tf.softmax(
      layers.reduce((x, layer, index) => forward(x, layer, index < last ? 'relu' : 'linear'), input()),
    ),
  )
  const values = probabilities.dataSync<'float32'>()
  probabilities.dispose()
  return values
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
