import * as tf from '@tensorflow/tfjs-core'
import { pathChannels, pathPoints } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import { digitCount, notADigit } from '#game/protocol/constants'
import { toBlocks } from '#models/blocks'
import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'
import { crossEntropy } from './loss'
import type { TrainingBatch } from './mixture'
import { forward, type LayerParameters, type Statistics, tensorsOf } from './network'
import type { PathBatch } from './stroke-network/mixture'

/** Label smoothing (Szegedy et al., 2016): this much of each target is spread over all labels. */
const smoothing = 0.01
/** Share of the teachers' probabilities in the target, where there are teachers. */
const distillationWeight = 0.7
/**
 * Of the stroke network alone: how much of a digit is any digit to it. Which digit it is, pictures tell better, and the way of one hand's 0 is that
 * of another's 9: a lock shall be kept back where the pen went no digit's way.
 */
const anyDigitShare = 0.5
/** Teachers that give "not a digit" less are fooled. */
const mostFooled = 0.5

/** What either network learns from. */
export type AnyBatch = TrainingBatch | PathBatch

/** Mean loss of a batch, and its gradients with respect to the learnt arrays, in the order of `arraysOf`. */
export type BatchGradients = { readonly loss: number; readonly gradients: readonly Float32Array[] }

/**
 * Forward and backward pass over one batch.
 *
 * @param teacherProbabilities of the teachers, [batch, 11]; blended with the labels as soft targets (knowledge distillation,
 * Hinton et al., 2015)
 */
export function gradientsOf(
  layers: readonly Layer[],
  parameters: readonly LayerParameters[],
  batch: AnyBatch,
  teacherProbabilities: Float32Array | null = null,
): BatchGradients {
  const weights = tensorsOf(layers, parameters)
  let loss = NaN
  let gradients: Float32Array[] = []
  // Nothing is returned from here: tidy would search every number of it for tensors.
  tf.tidy(() => {
    const inputs = toTensor(batch)
    const truths = truthsOf(batch, teacherProbabilities)
    const run = tf.valueAndGrads((...weights: tf.Tensor[]) =>
      crossEntropy(truths, forward(layers, weights, inputs)),
    )
    const { value, grads } = run(weights)
    loss = value.dataSync()[0] ?? NaN
    gradients = grads.map((gradient) => gradient.dataSync<'float32'>())
  })
  tf.dispose(weights)
  return { loss, gradients }
}

/** Teachers of a stroke network have learnt themselves how much a digit is any digit. */
function truthsOf(batch: AnyBatch, teacherProbabilities: Float32Array | null): tf.Tensor2D {
  const { labels: certain } = batch
  const smooth = tf.add<tf.Tensor2D>(
    tf.mul(tf.oneHot(tf.tensor1d(certain, 'int32'), labels.length), 1 - smoothing),
    smoothing / labels.length,
  )
  const truths: tf.Tensor2D = 'paths' in batch ? tf.matMul(smooth, likeOtherDigits()) : smooth
  if (!teacherProbabilities) return truths
  const heard = tf.tensor2d(heardOf(certain, teacherProbabilities), [certain.length, 1])
  return tf.add(
    tf.mul(truths, tf.sub(1, heard)),
    tf.mul(tf.tensor2d(teacherProbabilities, truths.shape), heard),
  )
}

/** What multiplies truths [batch, 11], so that each digit is to a part any of them, and "not a digit" stays what it is. */
function likeOtherDigits(): tf.Tensor2D {
  const rows = Array.from({ length: labels.length }, (_, label) =>
    Array.from({ length: labels.length }, (_, other) => {
      const same = label === other ? 1 : 0
      if (label === notADigit || other === notADigit) return same
      return (1 - anyDigitShare) * same + anyDigitShare / digitCount
    }),
  )
  return tf.tensor2d(rows)
}

/**
 * How much the teachers are heard about each example: not where they take for a digit what is none, which is what their pupil is to know
 * better.
 */
function heardOf(certain: Uint8Array, teacherProbabilities: Float32Array): Float32Array {
  return Float32Array.from(certain, (label, index) => {
    const ofNone = teacherProbabilities[index * labels.length + notADigit] ?? 0
    return label === notADigit && ofNone < mostFooled ? 0 : distillationWeight
  })
}

/** The mean over several batches of one size. The order of summation is fixed, and so are the bits. */
export function meanGradients(batches: readonly BatchGradients[]): BatchGradients {
  const [first, ...rest] = batches
  if (!first || rest.length === 0) return first ?? { loss: NaN, gradients: [] }
  const share = 1 / batches.length
  const gradients = first.gradients.map((gradient, index) => {
    const sum = gradient.slice()
    for (const batch of rest) {
      const other = batch.gradients[index] as Float32Array
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (other[at] as number)
    }
    return sum.map((value) => value * share)
  })
  return { loss: batches.reduce((sum, { loss }) => sum + loss, 0) * share, gradients }
}

/** Mean and variance of every layer over one large batch: what batch norm needs once the weights stand still. */
export function measureStatistics(
  layers: readonly Layer[],
  parameters: readonly LayerParameters[],
  batch: AnyBatch,
): Statistics[] {
  const statistics: Statistics[] = []
  tf.tidy(() => {
    forward(layers, tensorsOf(layers, parameters), toTensor(batch), ({ mean, variance }) => {
      statistics.push({ mean: mean.dataSync<'float32'>(), variance: variance.dataSync<'float32'>() })
    })
  })
  return statistics
}

function toTensor(batch: AnyBatch): tf.Tensor4D {
  const count = batch.labels.length
  if ('paths' in batch) return tf.tensor4d(batch.paths, [count, 1, pathPoints, pathChannels])
  const half = rasterSize / 2
  return tf.tensor4d(toBlocks(batch.rasters), [count, half, half, 4])
}
