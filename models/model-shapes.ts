import { pathChannels, pathPoints } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import { outputCount, weightCount } from './inference'
import { labels } from './labels'
import type { Layer, ModelJson } from './model-schema'

/** @returns what does not fit together, in words; null when all does */
export function checkShapes({ layers, strokes, weights }: ModelJson, byteLength: number): string | null {
  const half = rasterSize / 2
  const unfit =
    checkLayers(layers, [half, half, 4], 'layer') ??
    (strokes && checkLayers(strokes.layers, [1, pathPoints, pathChannels], 'stroke layer'))
  if (unfit) return unfit
  const expected = (countWeights(layers) + countWeights(strokes?.layers ?? [])) * 4
  return byteLength === expected && weights.bytes === expected
    ? null
    : `the layers need ${expected} bytes of weights, there are ${byteLength}`
}

/** `weights.bin` holds those of the network that sees pictures, and behind them those of the stroke network. */
export function splitWeights(
  { layers }: Pick<ModelJson, 'layers'>,
  weights: Float32Array,
): { readonly pictures: Float32Array; readonly strokes: Float32Array } {
  const count = countWeights(layers)
  return { pictures: weights.subarray(0, count), strokes: weights.subarray(count) }
}

function countWeights(layers: readonly Layer[]): number {
  return layers.reduce((sum, layer) => sum + weightCount(layer) + outputCount(layer), 0)
}

function checkLayers(
  layers: readonly Layer[],
  [inputHeight, inputWidth, inputChannels]: readonly [number, number, number],
  name: string,
): string | null {
  let height = inputHeight
  let width = inputWidth
  let channels = inputChannels
  for (const [index, layer] of layers.entries()) {
    const inputs = layer.kind === 'conv' ? channels : height * width * channels
    const taken = layer.filter[layer.filter.length - 2]
    if (taken !== inputs) return `${name} ${index} takes ${taken} inputs and gets ${inputs}`
    if (layer.kind === 'conv') {
      const { filter, stride, padding } = layer
      const after = (size: number, reach: number) =>
        Math.ceil((padding === 'same' ? size : size - reach + 1) / stride)
      height = after(height, filter[0])
      width = after(width, filter[1])
    } else {
      height = 1
      width = 1
    }
    channels = outputCount(layer)
  }
  return height === 1 && width === 1 && channels === labels.length
    ? null
    : `the network ends in ${height}x${width}x${channels} outputs, not in ${labels.length}`
}
