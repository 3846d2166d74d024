import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Layer } from '#models/model-schema'
import { Chance } from './chance'
import type { TrainingBatch } from './mixture'
import { initialParameters, withArrays } from './network'
import { loadTeachers, type Teacher } from './teachers'
import { type Lesson, lessonOf } from './trainer'

/** Whoever works out what batches teach. How many work at it changes the time it takes, and not one bit of the answers. */
export type Team = {
  /** @param arrays what has been learnt so far, in the order of `arraysOf` */
  lessons(arrays: readonly Float32Array[], batches: readonly TrainingBatch[]): Promise<Lesson[]>
  close(): Promise<void>
}

/** What a thread is hired for. */
export type TeamWork = { readonly layers: readonly Layer[]; readonly teachers: readonly Teacher[] }

export type Assignment = { readonly arrays: readonly Float32Array[]; readonly batch: TrainingBatch }

/** Works in this thread, on tfjs' current backend, with gradients registered. */
export function workAlone(layers: readonly Layer[], teachers: readonly Teacher[] = []): Team {
  const advise = loadTeachers(teachers)
  const shape = initialParameters(layers, new Chance(0))
  return {
    async lessons(arrays, batches) {
      const parameters = withArrays(shape, arrays)
      return batches.map((batch) => lessonOf(layers, parameters, batch, advise?.(batch.rasters)))
    },
    async close() {},
  }
}

/** Works in so many threads, each with a WASM backend of its own. A thread that fails takes the run with it. */
export function hireTeam(layers: readonly Layer[], size: number, teachers: readonly Teacher[] = []): Team {
  const workerData: TeamWork = { layers, teachers }
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('./team-worker.mjs', import.meta.url), { workerData }),
  )
  async function ask(worker: Worker, assignments: readonly Assignment[]): Promise<Lesson[]> {
    const lessons: Lesson[] = []
    for (const assignment of assignments) {
      worker.postMessage(assignment)
      const [lesson] = await once(worker, 'message')
      lessons.push(lesson)
    }
    return lessons
  }
  return {
    async lessons(arrays, batches) {
      const shares = await Promise.all(
        workers.map((worker, place) =>
          ask(
            worker,
            batches.filter((_, index) => index % size === place).map((batch) => ({ arrays, batch })),
          ),
        ),
      )
      return batches.map((_, index) => shares[index % size]?.[Math.floor(index / size)] as Lesson)
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
