import path from 'node:path'
import type { Logger } from 'pino'
import { writeDurably } from '#server/host/durable-file'
import type { OutboxJob, QueuedJob } from './outbox-job'
import type { OutboxQueue } from './outbox-queue'

export type OutboxDisk = {
  /**
   * Nothing of a game gets on disk that comes after something which has not: the next start would write it first.
   * @param before whether the disk has the earlier jobs of the same game
   * @returns whether the disk has it
   */
  put(name: string, job: OutboxJob, before: readonly Promise<boolean>[]): Promise<boolean>
  /** Retries to put on disk what it refused, in order: the database may be away for longer. */
  putAgain(): Promise<void>
  /** Keeps the memory bounded: of the waiting jobs that only memory holds, the oldest beyond the limit are lost. */
  dropOldest(isWaiting: (job: QueuedJob) => boolean): void
}

/** Jobs that neither disk nor database takes, beside those that are being written. */
const mostInMemory = 500

/** The outbox's files, and what stays in memory because the disk refuses it. */
export function createOutboxDisk(folder: string, queue: OutboxQueue<QueuedJob>, log: Logger): OutboxDisk {
  const write = (name: string, job: OutboxJob) => writeDurably(path.join(folder, name), JSON.stringify(job))

  function drop(oldest: QueuedJob): void {
    // It is not safe: who waits for that may have the last copy.
    queue.remove(oldest)
    oldest.left.settle()
    log.error(`${oldest.name} is lost: neither disk nor database takes it, and memory is full`)
  }

  return {
    async put(name, job, before) {
      if ((await Promise.all(before)).includes(false)) return false
      try {
        await write(name, job)
        return true
      } catch (error) {
        log.error({ err: error }, 'The disk does not take a finished round; it is kept in memory')
        return false
      }
    },
    async putAgain() {
      for (const each of queue.jobs) {
        if (!each.job) continue
        try {
          await write(each.name, each.job)
        } catch {
          return
        }
        each.job = undefined
        each.safe.settle()
      }
    },
    dropOldest(isWaiting) {
      const inMemory = queue.jobs.filter((each) => each.job && isWaiting(each))
      // A retry has moved some of them to the end of the queue.
      const fromOldest = inMemory.toSorted((one, other) => one.number - other.number)
      for (const oldest of fromOldest.slice(0, -mostInMemory)) drop(oldest)
    },
  }
}
