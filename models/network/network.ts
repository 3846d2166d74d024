import type { Layer } from '#models/model-schema'
import type { TensorShape } from './layer-sizes'

/** A network that is ready to answer. */
export type Network = {
  /** What works it out. Only 'wasm' gives the same bits on every machine. */
  readonly engine: string
  /**
   * @param inputs any whole number of inputs, one after the other
   * @returns the probabilities of all outputs for each of them, one after the other
   * @throws RangeError when they are no whole number of inputs
   */
  infer(inputs: Float32Array): Float32Array
  dispose(): void
}

/**
 * Makes a network of layers, of which all but the last are followed by ReLU and the last by softmax.
 * @param weights folded ones, layer after layer and filter before bias
 * @param shape of one input
 * @throws Error when its engine does not run here
 */
export type CreateNetwork = (
  layers: readonly Layer[],
  weights: Float32Array,
  shape: TensorShape,
) => Promise<Network>

/** @throws RangeError when values are no whole number of inputs */
export function countInputs({ length }: Float32Array, [height, width, channels]: TensorShape): number {
  const count = length / (height * width * channels)
  if (!Number.isInteger(count)) throw new RangeError(`${length} numbers are no whole number of inputs`)
  return count
}
