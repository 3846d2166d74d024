import { pathChannels } from '#game/drawing/pen-path'
import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'

/**
 * The stroke network: three 1-D convolutions along the way of the pen and a hidden dense layer, 0.1 MFLOP a drawing. A 1-D
 * convolution is a 2-D one of height 1, which tfjs has a fast kernel for. Each halves the number of points.
 */
export const strokeArchitecture: readonly Layer[] = [
  { kind: 'conv', filter: [1, 5, pathChannels, 16], stride: 2, padding: 'same' },
  { kind: 'conv', filter: [1, 3, 16, 32], stride: 2, padding: 'same' },
  { kind: 'conv', filter: [1, 3, 32, 48], stride: 2, padding: 'same' },
  { kind: 'dense', filter: [192, 64] },
  { kind: 'dense', filter: [64, labels.length] },
]
