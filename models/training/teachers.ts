import * as tf from '@tensorflow/tfjs-core'
import { infer, loadLayers } from '#models/inference'
import { loadJudge } from '#models/judge'
import { readModelFolder } from '#models/model-folder'
import type { Layer } from '#models/model-schema'
import { withoutCalibration } from './fold'
import { networksOf } from './publish'

/** A trained network whose answers another one learns from, its calibration taken off again. */
export type Teacher = { readonly layers: readonly Layer[]; readonly weights: Float32Array }

/** The teachers' mean probabilities for rasters, [rasters, 11]. */
export type TeacherModel = (rasters: Uint8Array) => Float32Array

/** @throws ModelRefusedError saying why the folder holds no network that could serve */
export async function readTeacher(folder: string): Promise<Teacher> {
  const files = await readModelFolder(folder)
  const judge = await loadJudge(files, tf.getBackend())
  judge.dispose()
  const { layers, calibration, weights } = networksOf(files)
  // What is said of an example is learnt as it was learnt: at the shares of training, not at those of play.
  return { layers, weights: withoutCalibration(layers, weights, calibration) }
}

/** Puts teachers into the memory of the current backend, for good. */
export function loadTeachers(teachers: readonly Teacher[]): TeacherModel | null {
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
