import { toBlocks } from '#models/blocks'
import { pictureShape } from '#models/model-shapes'
import { createTfjsNetwork } from '#models/network/tfjs-network'
import type { TrainedNetwork } from './trained-network'

/** The teachers' mean probabilities for rasters, [rasters, 11]. */
export type TeacherModel = (rasters: Uint8Array) => Float32Array

/** Puts teachers into the memory of the current backend, for good. */
export function loadTeachers(teachers: readonly TrainedNetwork[]): TeacherModel | null {
  if (teachers.length === 0) return null
  const networks = teachers.map(({ layers, weights }) => createTfjsNetwork(layers, weights, pictureShape))
  return (rasters) => {
    const blocks = toBlocks(rasters)
    const [first = new Float32Array(), ...rest] = networks.map((network) => network.infer(blocks))
    for (const other of rest)
      other.forEach((value, at) => {
        first[at] = (first[at] ?? 0) + value
      })
    return first.map((sum) => sum / networks.length)
  }
}
