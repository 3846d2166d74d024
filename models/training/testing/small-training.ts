import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'
import { outputCount, weightCount } from '#models/network/layer-sizes'
import type { Plan, Watch } from '#models/training/train-network'

/** A network that learns a few shapes in seconds. */
export const smallLayers: readonly Layer[] = [
  { kind: 'conv', filter: [3, 3, 4, 8], stride: 2, padding: 'same' },
  { kind: 'dense', filter: [392, 16] },
  { kind: 'dense', filter: [16, labels.length] },
]

export const countWeights = (layers: readonly Layer[]) =>
  layers.reduce((sum, layer) => sum + weightCount(layer) + outputCount(layer), 0)

/** A plan from scratch and without teachers; what it is about is added. */
export function planOf(about: Pick<Plan, 'training' | 'heldOut' | 'checkpoints'> & Partial<Plan>): Plan {
  return { epochs: 2, seed: 1, warp: 1, layers: smallLayers, from: null, teachers: [], ...about }
}

export const silent: Watch = { resume() {}, step() {}, epoch() {} }
