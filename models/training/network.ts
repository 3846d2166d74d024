import * as tf from '@tensorflow/tfjs-core'
import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'
import { batchStatistics, normaliseAndRectify } from './batch-norm'
import type { Chance } from './chance'
import { addBias } from './loss'

/**
 * The network: four convolutions and a hidden dense layer, 2.1 MFLOP a raster. The picture shrinks from 14x14 blocks to
 * 2x2 while the channels grow; convolutions need no padding, because the ink keeps clear of the raster's edge. Every
 * layer but the last is followed by batch norm (folded away for serving) and ReLU.
 */
export const architecture: readonly Layer[] = [
  { kind: 'conv', filter: [3, 3, 4, 24], stride: 1, padding: 'valid' },
  { kind: 'conv', filter: [3, 3, 24, 32], stride: 2, padding: 'same' },
  { kind: 'conv', filter: [3, 3, 32, 64], stride: 1, padding: 'valid' },
  { kind: 'conv', filter: [3, 3, 64, 128], stride: 1, padding: 'valid' },
  { kind: 'dense', filter: [512, 128] },
  { kind: 'dense', filter: [128, labels.length] },
]

/** What is learnt of one layer. `scale` and `shift` are batch norm's; the last layer has a bias in `shift` and no scale. */
export type LayerParameters = { filter: Float32Array; scale: Float32Array; shift: Float32Array }

/** A layer's mean and variance per channel, before scale and shift. */
export type Statistics = { readonly mean: Float32Array; readonly variance: Float32Array }

/** Initialisation of He et al. (2015): normal, with a variance of two over the number of inputs. */
export function initialParameters(layers: readonly Layer[], chance: Chance): LayerParameters[] {
  return layers.map(({ filter }, index) => {
    const isLast = index === layers.length - 1
    const count = filter.reduce((product, size) => product * size, 1)
    const outputs = filter.at(-1) ?? 0
    const deviation = Math.sqrt((isLast ? 1 : 2) / (count / outputs))
    return {
      filter: Float32Array.from({ length: count }, () => chance.normal(deviation)),
      scale: new Float32Array(isLast ? 0 : outputs).fill(1),
      shift: new Float32Array(outputs),
    }
  })
}

/** The learnt arrays in a fixed order, as the optimiser sees them. */
export function arraysOf(parameters: readonly LayerParameters[]): Float32Array[] {
  return parameters.flatMap(({ filter, scale, shift }) =>
    scale.length > 0 ? [filter, scale, shift] : [filter, shift],
  )
}

/** The same layers with other arrays, in the order of {@link arraysOf}. */
export function withArrays(
  parameters: readonly LayerParameters[],
  arrays: readonly Float32Array[],
): LayerParameters[] {
  let at = 0
  const next = () => arrays[at++] ?? new Float32Array()
  return parameters.map(({ scale }) => ({
    filter: next(),
    scale: scale.length > 0 ? next() : scale,
    shift: next(),
  }))
}

/** One tensor for each of {@link arraysOf}, in the same order. */
export function tensorsOf(layers: readonly Layer[], parameters: readonly LayerParameters[]): tf.Tensor[] {
  return parameters.flatMap(({ filter, scale, shift }, index) => {
    const weights = tf.tensor(filter, [...(layers[index]?.filter ?? [])])
    return scale.length > 0
      ? [weights, tf.tensor1d(scale), tf.tensor1d(shift)]
      : [weights, tf.tensor1d(shift)]
  })
}

/**
 * Logits [batch, 11] of blocks [batch, 14, 14, 4], normalised by the batch's own statistics.
 *
 * @param observe is told mean and variance per channel of every layer but the last
 */
export function forward(
  layers: readonly Layer[],
  weights: readonly tf.Tensor[],
  blocks: tf.Tensor4D,
  observe?: (statistics: { mean: tf.Tensor1D; variance: tf.Tensor1D }) => void,
): tf.Tensor2D {
  let x: tf.Tensor = blocks
  let at = 0
  layers.forEach((layer, index) => {
    const filter = weights[at++] as tf.Tensor
    const linear =
      layer.kind === 'conv'
        ? tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, layer.stride, layer.padding)
        : tf.matMul(tf.reshape(x, [x.shape[0] ?? 0, -1]), filter)
    if (index === layers.length - 1) {
      x = addBias(linear as tf.Tensor2D, weights[at++] as tf.Tensor1D)
      return
    }
    const scale = weights[at++] as tf.Tensor1D
    const shift = weights[at++] as tf.Tensor1D
    const pictures = linear.rank === 4 ? linear : tf.reshape(linear, [-1, 1, 1, linear.shape.at(-1) ?? 0])
    observe?.(batchStatistics(pictures as tf.Tensor4D))
    x = normaliseAndRectify(pictures as tf.Tensor4D, scale, shift)
  })
  return x as tf.Tensor2D
}
