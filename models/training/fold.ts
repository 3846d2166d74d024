import type { Layer } from '#models/model-schema'
import { outputCount, weightCount } from '#models/network/layer-sizes'
import { varianceFloor } from './batch-norm'
import type { LayerParameters, Statistics } from './network'

export type Calibration = { readonly temperature: number; readonly notADigitBias: number }

/**
 * The weights that serve, layer after layer, filter before bias: each batch norm multiplied into its filter, and the
 * calibration into the last layer, so that a plain softmax gives calibrated probabilities.
 */
export function fold(
  parameters: readonly LayerParameters[],
  statistics: readonly Statistics[],
  { temperature, notADigitBias }: Calibration,
): Float32Array {
  const folded = parameters.flatMap(({ filter, scale, shift }, index) => {
    const known = statistics[index]
    if (known === undefined) {
      const bias = shift.map(
        (value, label) => value / temperature + (label === shift.length - 1 ? notADigitBias : 0),
      )
      return [filter.map((weight) => weight / temperature), bias]
    }
    const { mean, variance } = known
    const slope = scale.map((value, channel) => value / Math.sqrt((variance[channel] ?? 0) + varianceFloor))
    return [
      filter.map((weight, at) => weight * (slope[at % slope.length] ?? 0)),
      shift.map((value, channel) => value - (mean[channel] ?? 0) * (slope[channel] ?? 0)),
    ]
  })
  const weights = new Float32Array(folded.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of folded) {
    weights.set(part, offset)
    offset += part.length
  }
  return weights
}

/** The weights of {@link fold} as they would be without this calibration. */
export function withoutCalibration(
  layers: readonly Layer[],
  weights: Float32Array,
  { temperature, notADigitBias }: Calibration,
): Float32Array {
  const lastFrom = layers
    .slice(0, -1)
    .reduce((sum, layer) => sum + weightCount(layer) + outputCount(layer), 0)
  const notADigitAt = weights.length - 1
  return weights.map((weight, at) => {
    if (at < lastFrom) return weight
    return (at === notADigitAt ? weight - notADigitBias : weight) * temperature
  })
}
