import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Layer } from '#models/model-schema'
import { Chance } from './chance'
import { joinBatches, type TrainingBatch } from './mixture'
import { initialParameters, withArrays } from './network'
import { loadTeachers } from './teachers'
import type { TrainedNetwork } from './trained-network'
import { type BatchGradients, gradientsOf } from './trainer'
import { TrainingError } from './training-error'

/** Computes gradients of batches. The number of workers changes how long that takes, and not one bit of the results. */
export type TrainingWorkers = {
  /** @param arrays what has been learnt so far, in the order of `arraysOf` */
  gradients(arrays: readonly Float32Array[], batches: readonly TrainingBatch[]): Promise<BatchGradients[]>
  close(): Promise<void>
}

/** What a worker thread is started with. */
export type WorkerSetup = { readonly layers: readonly Layer[]; readonly teachers: readonly TrainedNetwork[] }

export type Assignment = { readonly arrays: readonly Float32Array[]; readonly batch: TrainingBatch }

/** Computes in this thread, on tfjs' current backend, with gradients registered. */
export function workInThisThread(
  layers: readonly Layer[],
  teachers: readonly TrainedNetwork[] = [],
): TrainingWorkers {
  const teacherOf = loadTeachers(teachers)
  const shape = initialParameters(layers, new Chance(0))
  return {
    async gradients(arrays, batches) {
      const parameters = withArrays(shape, arrays)
      return batches.map((batch) => gradientsOf(layers, parameters, batch, teacherOf?.(batch.rasters)))
    },
    async close() {},
  }
}

/**
 * Computes on a backend that has threads of its own, and takes longer to begin an operation than WASM: the batches of a step as
 * one. Batch norm then sees all of them together.
 */
export function workOnWholeSteps(
  layers: readonly Layer[],
  teachers: readonly TrainedNetwork[] = [],
): TrainingWorkers {
  const { gradients, close } = workInThisThread(layers, teachers)
  return { gradients: (arrays, batches) => gradients(arrays, [joinBatches(batches)]), close }
}

/** Computes in `size` threads, each with a WASM backend of its own. A thread that fails takes the run with it. */
export function spawnWorkers(
  layers: readonly Layer[],
  size: number,
  teachers: readonly TrainedNetwork[] = [],
): TrainingWorkers {
  const workerData: WorkerSetup = { layers, teachers }
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('./gradient-worker.mjs', import.meta.url), { workerData }),
  )
  // A thread that ends says nothing more, and nobody must wait for its answer.
  const gone = workers.map((worker) =>
    once(worker, 'exit').then(([code]): never => {
      throw new TrainingError(`a thread of the training ended with code ${code}; the same command goes on`)
    }),
  )
  for (const each of gone) each.catch(() => {})
  async function ask(own: number, assignments: readonly Assignment[]): Promise<BatchGradients[]> {
    const done: BatchGradients[] = []
    for (const assignment of assignments) {
      const worker = workers[own] as Worker
      worker.postMessage(assignment)
      const [gradients] = await Promise.race([once(worker, 'message'), gone[own] as Promise<never>])
      done.push(gradients)
    }
    return done
  }
  return {
    async gradients(arrays, batches) {
      const shares = await Promise.all(
        workers.map((_, own) =>
          ask(
            own,
            batches.filter((_, index) => index % size === own).map((batch) => ({ arrays, batch })),
          ),
        ),
      )
      return batches.map((_, index) => shares[index % size]?.[Math.floor(index / size)] as BatchGradients)
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
