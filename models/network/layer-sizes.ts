import type { Layer } from '#models/model-schema'

export function weightCount({ filter }: Layer): number {
  return filter.reduce((product, size) => product * size, 1)
}

export function outputCount({ filter }: Layer): number {
  return filter[filter.length - 1] ?? 0
}

/** What folded weights, layer after layer and filter before bias, are of each layer: views of the same memory. */
export function weightsByLayer(
  layers: readonly Layer[],
  weights: Float32Array,
): { readonly filter: Float32Array; readonly bias: Float32Array }[] {
  let taken = 0
  const take = (count: number) => {
    taken += count
    return weights.subarray(taken - count, taken)
  }
  return layers.map((layer) => ({ filter: take(weightCount(layer)), bias: take(outputCount(layer)) }))
}

/** Height, width and channels of what goes into a layer or comes out of it. */
export type TensorShape = readonly [height: number, width: number, channels: number]

/** Rows of zeros above and columns of zeros to the left, and how many of both there are in all. */
export type Margin = {
  readonly top: number
  readonly left: number
  readonly rows: number
  readonly columns: number
}

/**
 * What comes out of a layer, and the zeros that "same" padding puts around what goes in: as TensorFlow does it, the odd one below and
 * to the right.
 */
export function outputShape(
  layer: Layer,
  [height, width]: TensorShape,
): { readonly shape: TensorShape; readonly margin: Margin } {
  if (layer.kind === 'dense')
    return { shape: [1, 1, outputCount(layer)], margin: { top: 0, left: 0, rows: 0, columns: 0 } }
  const { filter, stride, padding } = layer
  const along = (size: number, reach: number) => {
    const places = Math.ceil((padding === 'same' ? size : size - reach + 1) / stride)
    return { places, zeros: padding === 'same' ? Math.max(0, (places - 1) * stride + reach - size) : 0 }
  }
  const down = along(height, filter[0])
  const across = along(width, filter[1])
  return {
    shape: [down.places, across.places, outputCount(layer)],
    margin: {
      top: Math.floor(down.zeros / 2),
      left: Math.floor(across.zeros / 2),
      rows: down.zeros,
      columns: across.zeros,
    },
  }
}
