import type { Logger } from 'pino'
import type { JudgeVersion } from '#game/records/record'
import { ModelRefusedError } from '#models/judge'
import { type Job, settleBatch, takeBatch } from './batch'
import { type Classifier, OverloadedError } from './classifier'
import { createFairQueue } from './fair-queue'
import { type JudgeWorker, startJudgeWorker } from './judge-worker'
import { joinDrawings } from './packed-drawings'

/** More waiting drawings than this cannot be answered while they matter. */
const mostWaiting = 1024
const longestRestartMs = 30_000

export type PoolOptions = {
  readonly modelsFolder: string
  readonly version: string
  readonly engine: JudgeVersion['engine']
  readonly workers: number
  readonly log: Logger
  /** Tests judge with workers of their own. */
  readonly startWorker?: typeof startJudgeWorker
}

/**
 * Judges in worker threads: when a worker is idle, rooms have a place in its next batch by turns.
 * @throws ModelRefusedError when the model does not fit; nothing is left running then
 */
export async function openClassifierPool(options: PoolOptions): Promise<Classifier> {
  const { modelsFolder, engine, log, startWorker: start = startJudgeWorker } = options
  let version = options.version
  let isClosing = false
  let isDispatchDue = false
  let busyMs = 0
  const waiting = createFairQueue<Job>()
  const workers = new Set<JudgeWorker>()
  const idle: JudgeWorker[] = []

  async function spawn(): Promise<void> {
    const worker = start({ modelsFolder, engine }, (cause) => {
      if (!workers.delete(worker)) return
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      log.error({ err: cause }, 'A judge stopped; another takes its place')
      void respawn()
    })
    try {
      await load(worker, version)
    } catch (error) {
      await worker.close()
      throw error
    }
    if (isClosing) return worker.close()
    workers.add(worker)
    idle.push(worker)
    dispatch()
  }

  /** With exponential backoff. */
  async function respawn(): Promise<void> {
    for (let waitMs = 100; !isClosing; waitMs = Math.min(waitMs * 2, longestRestartMs)) {
      try {
        return await spawn()
      } catch (error) {
        log.error({ err: error }, 'A judge does not start')
        await new Promise((resolve) => setTimeout(resolve, waitMs).unref())
      }
    }
  }

  /** What rooms ask for in one turn of the event loop goes together: each message costs both threads. */
  function dispatchSoon(): void {
    if (isDispatchDue) return
    isDispatchDue = true
    setImmediate(() => {
      isDispatchDue = false
      dispatch()
    })
  }

  function dispatch(): void {
    while (waiting.size > 0) {
      const worker = idle.pop()
      if (!worker) return
      const batch = takeBatch(waiting)
      const [first] = batch
      if (first) void classifyBatch(worker, batch, first.version)
    }
  }

  async function classifyBatch(worker: JudgeWorker, batch: readonly Job[], version: string): Promise<void> {
    const drawings = joinDrawings(batch.map(({ drawing }) => drawing))
    const askedAt = performance.now()
    try {
      const answer = await worker.ask({ type: 'classify', version, drawings })
      busyMs += (performance.now() - askedAt) / Math.max(1, workers.size)
      settleBatch(batch, answer)
      idle.push(worker)
    } catch (error) {
      requeue(batch, error as Error)
    }
    dispatch()
  }

  /** What a worker died of, or with, is retried once: a drawing that kills two workers must not kill a third. */
  function requeue(batch: readonly Job[], cause: Error): void {
    for (const job of batch) {
      if (job.wasRequeued || isClosing) job.reject(cause)
      else waiting.add(job.room, { ...job, wasRequeued: true })
    }
  }

  try {
    await Promise.all(Array.from({ length: options.workers }, spawn))
  } catch (error) {
    isClosing = true
    await Promise.all([...workers].map((worker) => worker.close()))
    throw error
  }

  return {
    get judge() {
      return { version, engine }
    },
    get load() {
      return { workers: workers.size, waiting: waiting.size, busyMs }
    },
    classify: (drawing, judgeVersion, room) =>
      new Promise((resolve, reject) => {
        if (isClosing) return reject(new Error('the judge has gone'))
        const job = { room, version: judgeVersion, drawing, resolve, reject }
        waiting.add(room, { ...job, wasRequeued: false })
        if (waiting.size > mostWaiting) {
          waiting.shed()?.reject(new OverloadedError(`${mostWaiting} other drawings are waiting`))
        }
        dispatchSoon()
      }),
    async swap(next) {
      await Promise.all([...workers].map((worker) => load(worker, next)))
      version = next
    },
    async close() {
      isClosing = true
      const gone = new Error('the judge has gone')
      for (let job = waiting.take(); job; job = waiting.take()) job.reject(gone)
      await Promise.all([...workers].map((worker) => worker.close()))
    },
  }
}

async function load(worker: JudgeWorker, version: string): Promise<void> {
  const answer = await worker.ask({ type: 'load', version })
  if (answer.type === 'refused') throw new ModelRefusedError(answer.reason)
}
