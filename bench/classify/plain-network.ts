import { rasterSize } from '#game/drawing/rasterise'
import { toBlocks } from '#models/blocks'
import type { Layer } from '#models/model-schema'

/** Row by row, the channels of a pixel side by side. */
type Picture = { readonly size: number; readonly channels: number; readonly values: Float32Array }
type Weights = { readonly filter: Float32Array; readonly bias: Float32Array }

/**
 * The judge's network in plain loops: what it would cost without WebAssembly.
 * @returns what the last layer says of one raster, before softmax
 */
export function runPlainly(
  layers: readonly Layer[],
  weights: Float32Array,
  raster: Uint8Array,
): Float32Array {
  let offset = 0
  const take = (count: number) => {
    offset += count
    return weights.subarray(offset - count, offset)
  }
  let picture: Picture = { size: rasterSize / 2, channels: 4, values: toBlocks(raster) }
  layers.forEach((layer, index) => {
    const filter = take(layer.filter.reduce((product, size) => product * size, 1))
    const bias = take(layer.filter.at(-1) ?? 0)
    picture =
      layer.kind === 'conv' ? convolve(picture, layer, { filter, bias }) : connect(picture, { filter, bias })
    if (index < layers.length - 1) rectify(picture.values)
  })
  return picture.values
}

function convolve(
  { size, channels, values }: Picture,
  { filter: [reach], stride, padding }: Layer & { kind: 'conv' },
  { filter, bias }: Weights,
): Picture {
  const outputs = bias.length
  const outSize = Math.ceil((padding === 'same' ? size : size - reach + 1) / stride)
  const padded = padding === 'same' ? Math.floor(Math.max(0, (outSize - 1) * stride + reach - size) / 2) : 0
  const out = new Float32Array(outSize * outSize * outputs)
  for (let place = 0; place < outSize * outSize; place++) {
    const left = (place % outSize) * stride - padded
    const top = Math.floor(place / outSize) * stride - padded
    out.set(bias, place * outputs)
    for (let tap = 0; tap < reach * reach; tap++) {
      const x = left + (tap % reach)
      const y = top + Math.floor(tap / reach)
      if (x < 0 || y < 0 || x >= size || y >= size) continue
      for (let channel = 0; channel < channels; channel++) {
        const level = values[(y * size + x) * channels + channel] ?? 0
        addTimes(out, place * outputs, level, filter, (tap * channels + channel) * outputs, outputs)
      }
    }
  }
  return { size: outSize, channels: outputs, values: out }
}

function connect({ values }: Picture, { filter, bias }: Weights): Picture {
  const out = Float32Array.from(bias)
  values.forEach((level, input) => {
    addTimes(out, 0, level, filter, input * out.length, out.length)
  })
  return { size: 1, channels: out.length, values: out }
}

function addTimes(
  to: Float32Array,
  at: number,
  factor: number,
  from: Float32Array,
  fromAt: number,
  count: number,
) {
  for (let index = 0; index < count; index++) {
    to[at + index] = (to[at + index] ?? 0) + factor * (from[fromAt + index] ?? 0)
  }
}

function rectify(values: Float32Array): void {
  for (let at = 0; at < values.length; at++) values[at] = Math.max(0, values[at] ?? 0)
}
