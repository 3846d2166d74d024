import { infer, loadLayers } from '#models/inference'
import type { TrainedNetwork } from './trained-network'

/** The teachers' mean probabilities for rasters, [rasters, 11]. */
export type TeacherModel = (rasters: Uint8Array) => Float32Array

/** Puts teachers into the memory of the current backend, for good. */
export function loadTeachers(teachers: readonly TrainedNetwork[]): TeacherModel | null {
  if (teachers.length === 0) return null
  const loaded = teachers.map(({ layers, weights }) => loadLayers(layers, weights))
  return (rasters) => {
    const [first = new Float32Array(), ...rest] = loaded.map((layers) => infer(layers, rasters))
    for (const other of rest)
      other.forEach((value, at) => {
        first[at] = (first[at] ?? 0) + value
      })
    return first.map((sum) => sum / loaded.length)
  }
}
