import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Layer } from '#models/model-schema'
import { Chance } from './chance'
import type { TrainingBatch } from './mixture'
import { initialParameters, withArrays } from './network'
import { loadTeachers, type Teacher } from './teachers'
import { type BatchGradients, computeGradients } from './trainer'

/** Computes the gradients of batches. How many threads there are changes the time it takes, and not one bit of the results. */
export type GradientWorkers = {
  /**
   * @param arrays the learnt arrays as they are, in the order of `arraysOf`
   * @returns one for each batch, in their order
   */
  compute(arrays: readonly Float32Array[], batches: readonly TrainingBatch[]): Promise<BatchGradients[]>
  close(): Promise<void>
}

/** What a thread is given at its start. */
export type WorkerData = { readonly layers: readonly Layer[]; readonly teachers: readonly Teacher[] }

export type GradientTask = { readonly arrays: readonly Float32Array[]; readonly batch: TrainingBatch }

/** Computes in this thread, on tfjs' current backend, with gradients registered. */
export function computeInThisThread(
  layers: readonly Layer[],
  teachers: readonly Teacher[] = [],
): GradientWorkers {
  const probabilitiesOf = loadTeachers(teachers)
  const shape = initialParameters(layers, new Chance(0))
  return {
    async compute(arrays, batches) {
      const parameters = withArrays(shape, arrays)
      return batches.map((batch) =>
        computeGradients(layers, parameters, batch, probabilitiesOf?.(batch.rasters)),
      )
    },
    async close() {},
  }
}

/** Computes in so many threads, each with a WASM backend of its own. A thread that fails ends the run. */
export function spawnGradientWorkers(
  layers: readonly Layer[],
  size: number,
  teachers: readonly Teacher[] = [],
): GradientWorkers {
  const workerData: WorkerData = { layers, teachers }
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('./gradient-worker.mjs', import.meta.url), { workerData }),
  )
  async function ask(worker: Worker, tasks: readonly GradientTask[]): Promise<BatchGradients[]> {
    const computed: BatchGradients[] = []
    for (const task of tasks) {
      worker.postMessage(task)
      const [result] = await once(worker, 'message')
      computed.push(result)
    }
    return computed
  }
  return {
    async compute(arrays, batches) {
      const shares = await Promise.all(
        workers.map((worker, workerIndex) =>
          ask(
            worker,
            batches.filter((_, index) => index % size === workerIndex).map((batch) => ({ arrays, batch })),
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
