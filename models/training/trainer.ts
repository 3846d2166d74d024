import * as tf from '@tensorflow/tfjs-core'
import { rasterSize } from '#game/drawing/rasterise'
import { toBlocks } from '../blocks'
import { labels } from '../labels'
import type { Layer } from '../model-schema'
import { crossEntropy } from './loss'
import type { Batch } from './mixture'
import { forward, type LayerParameters, type Statistics, tensorsOf } from './network'
import type { Optimiser } from './optimiser'

const smoothing = 0.01

export type Schedule = {
  readonly steps: number
  readonly rate: number
  readonly decay: number
  readonly memory: number
}

/** Up in a straight line for the first 300 steps, then down along a cosine to a hundredth. */
export function rateAt(step: number, { steps, rate }: Schedule): number {
  const warmUp = Math.min(1, (step + 1) / 300)
  const descent = 0.5 * (1 + Math.cos((Math.PI * step) / steps))
  return rate * warmUp * (0.01 + 0.99 * descent)
}

/** Learns from one batch. @returns the batch's loss */
export function learn(
  layers: readonly Layer[],
  parameters: readonly LayerParameters[],
  optimiser: Optimiser,
  batch: Batch,
  schedule: Schedule,
): number {
  const weights = tensorsOf(layers, parameters)
  let loss = NaN
  let gradients: Float32Array[] = []
  // Nothing is returned from here: tidy would search every number of it for tensors.
  tf.tidy(() => {
    const blocks = toTensor(batch.rasters)
    const certain = tf.oneHot(tf.tensor1d(batch.labels, 'int32'), labels.length)
    const truths = tf.add<tf.Tensor2D>(tf.mul(certain, 1 - smoothing), smoothing / labels.length)
    const run = tf.valueAndGrads((...inputs: tf.Tensor[]) =>
      crossEntropy(truths, forward(layers, inputs, blocks)),
    )
    const { value, grads } = run(weights)
    loss = value.dataSync()[0] ?? NaN
    gradients = grads.map((gradient) => gradient.dataSync<'float32'>())
  })
  tf.dispose(weights)
  const { decay, memory } = schedule
  optimiser.update(gradients, { rate: rateAt(optimiser.step, schedule), decay, memory })
  return loss
}

/** Mean and variance of every layer over one large batch: what batch norm needs once the weights stand still. */
export function measureStatistics(
  layers: readonly Layer[],
  parameters: readonly LayerParameters[],
  batch: Batch,
): Statistics[] {
  const statistics: Statistics[] = []
  tf.tidy(() => {
    forward(layers, tensorsOf(layers, parameters), toTensor(batch.rasters), ({ mean, variance }) => {
      statistics.push({ mean: mean.dataSync<'float32'>(), variance: variance.dataSync<'float32'>() })
    })
  })
  return statistics
}

function toTensor(rasters: Uint8Array): tf.Tensor4D {
  const half = rasterSize / 2
  return tf.tensor4d(toBlocks(rasters), [rasters.length / rasterSize ** 2, half, half, 4])
}
