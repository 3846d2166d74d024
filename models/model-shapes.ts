import { pathChannels, pathPoints } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import { labels } from './labels'
import type { Layer, ModelJson } from './model-schema'
import { outputCount, outputShape, type TensorShape, weightCount } from './network/layer-sizes'

/** What the network of pictures gets: blocks of 2x2 pixels. */
export const pictureShape: TensorShape = [rasterSize / 2, rasterSize / 2, 4]
/** What the network of strokes gets: a pen path as a picture 1 high. */
export const pathShape: TensorShape = [1, pathPoints, pathChannels]

/** @returns what does not fit together, in words; null when all does */
export function checkShapes({ layers, strokes, weights }: ModelJson, byteLength: number): string | null {
  const unfit =
    checkLayers(layers, pictureShape, 'layer') ??
    (strokes && checkLayers(strokes.layers, pathShape, 'stroke layer'))
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

function checkLayers(layers: readonly Layer[], input: TensorShape, name: string): string | null {
  let shape = input
  for (const [index, layer] of layers.entries()) {
    const [height, width, channels] = shape
    const inputs = layer.kind === 'conv' ? channels : height * width * channels
    const taken = layer.filter[layer.filter.length - 2]
    if (taken !== inputs) return `${name} ${index} takes ${taken} inputs and gets ${inputs}`
    if (index < layers.length - 1 && outputCount(layer) % 4 > 0)
      return `${name} ${index} has ${outputCount(layer)} outputs, which are no whole number of fours`
    shape = outputShape(layer, shape).shape
    if (shape[0] < 1 || shape[1] < 1) return `${name} ${index} sees more than it gets`
  }
  const [height, width, channels] = shape
  return height === 1 && width === 1 && channels === labels.length
    ? null
    : `the network ends in ${height}x${width}x${channels} outputs, not in ${labels.length}`
}
