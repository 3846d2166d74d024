import { loadJudge } from '#models/judge'
import { readModelFolder } from '#models/model-folder'
import type { Layer } from '#models/model-schema'
import { withoutCalibration } from './fold'
import { networksOf } from './publish'

/** A served network, its calibration taken off again: it answers at the shares of training, not at those of play. */
export type TrainedNetwork = { readonly layers: readonly Layer[]; readonly weights: Float32Array }

/** @throws ModelRefusedError saying why the folder holds no network that could serve */
export async function readTrainedNetwork(folder: string): Promise<TrainedNetwork> {
  const files = await readModelFolder(folder)
  const judge = await loadJudge(files)
  judge.dispose()
  const { layers, calibration, weights } = networksOf(files)
  return { layers, weights: withoutCalibration(layers, weights, calibration) }
}

/**
 * The mean of networks that were trained on from one and the same ("model soup", Wortsman et al., 2022): often better than each of
 * them, at the cost of one.
 * @throws RangeError when one has other layers than the first
 */
export function meanOf([first, ...rest]: readonly [TrainedNetwork, ...TrainedNetwork[]]): TrainedNetwork {
  const layers = JSON.stringify(first.layers)
  if (rest.some((other) => JSON.stringify(other.layers) !== layers))
    throw new RangeError('there is no mean of networks whose layers differ')
  const sum = (at: number) =>
    rest.reduce((sum, { weights }) => sum + (weights[at] ?? NaN), first.weights[at] ?? NaN)
  return { layers: first.layers, weights: first.weights.map((_, at) => sum(at) / (rest.length + 1)) }
}
