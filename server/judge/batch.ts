import type { Answer } from '#game/drawing/drawing'
import type { RoomCode } from '#game/protocol/scalars'
import { ModelRefusedError } from '#models/judge'
import type { FairQueue } from './fair-queue'
import type { PackedDrawing } from './packed-drawings'
import type { WorkerAnswer } from './worker-messages'

/** Larger batches are no faster for each drawing, and answer later. */
export const mostInBatch = 32
/**
 * Nor do batches that hold more ink, as numbers of a packed drawing: rasterising a scribble of a minute takes as long as
 * hundreds of digits, and all of a batch are answered together.
 */
const mostInkInBatch = 1_000

/** A drawing that waits for the judge. */
export type Job = {
  readonly room: RoomCode
  readonly version: string
  readonly drawing: PackedDrawing
  readonly resolve: (answer: Answer) => void
  readonly reject: (cause: Error) => void
  readonly wasRequeued: boolean
}

/** Takes all of the version that the first of them asks for; however much ink that one has, there is a first. */
export function takeBatch(waiting: FairQueue<Job>): Job[] {
  const batch: Job[] = []
  let ink = 0
  const fits = (job: Job) =>
    batch.length === 0 || (job.version === batch[0]?.version && ink + job.drawing.length <= mostInkInBatch)
  while (batch.length < mostInBatch) {
    const job = waiting.take(fits)
    if (!job) break
    batch.push(job)
    ink += job.drawing.length
  }
  return batch
}

/** Answers each job with its own part of a worker's answer. */
export function settleBatch(batch: readonly Job[], answer: WorkerAnswer): void {
  batch.forEach((job, index) => {
    const own = answer.type === 'classified' ? answer.answers[index] : undefined
    if (own) job.resolve(own)
    else job.reject(new ModelRefusedError(answer.type === 'refused' ? answer.reason : 'no answer'))
  })
}
