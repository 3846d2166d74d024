import type { Layer } from '#models/model-schema'
import { varianceFloor } from './batch-norm'
import type { LayerParameters } from './network'
import { type AnyBatch, measureStatistics } from './trainer'

/**
 * Turns the weights of a served network back into something to train: each folded layer gets the scale and shift that
 * undo the batch norm it will meet, so that training starts from the same answers.
 *
 * @param weights as in `weights.bin`
 * @param batch some hundred examples, on which the layers' statistics are taken
 */
export function unfold(layers: readonly Layer[], weights: Float32Array, batch: AnyBatch): LayerParameters[] {
  let offset = 0
  const take = (count: number) => {
    offset += count
    return weights.slice(offset - count, offset)
  }
  const parameters = layers.map(({ filter }, index): LayerParameters => {
    const outputs = filter[filter.length - 1] ?? 0
    const isLast = index === layers.length - 1
    const count = filter.reduce((product, size) => product * size, 1)
    return {
      filter: take(count),
      shift: take(outputs),
      scale: new Float32Array(isLast ? 0 : outputs).fill(1),
    }
  })
  // One layer after the other, because a layer's statistics depend on all before it.
  parameters.slice(0, -1).forEach(({ scale, shift }, index) => {
    const { mean, variance } = measureStatistics(layers, parameters, batch)[index] ?? {
      mean: [],
      variance: [],
    }
    scale.forEach((_, channel) => {
      scale[channel] = Math.sqrt((variance[channel] ?? 0) + varianceFloor)
      shift[channel] = (shift[channel] ?? 0) + (mean[channel] ?? 0)
    })
  })
  return parameters
}
