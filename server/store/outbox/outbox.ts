import { mkdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { GameId } from '#game/protocol/scalars'
import { setAside, sweepDrafts } from '#server/host/durable-file'
import type { RecordWriter } from '#server/rooms/ports'
import { createOutboxDisk } from './outbox-disk'
import { isPermanent, leftovers, type OutboxJob, type QueuedJob, queued, readJob } from './outbox-job'
import { createOutboxQueue, gameOf } from './outbox-queue'
import type { Store } from './store'

/** Finished play on its way to the database: at-least-once, and written idempotently. */
export type Outbox = RecordWriter & {
  /** Resolves when nothing of a game waits any more, written or given up; at once where nothing does. */
  delivered(gameId: GameId): Promise<void>
  /** How many jobs neither the disk nor the database has taken yet: a kill would lose them. */
  readonly unwritten: number
  /** Tries once more to write what waits; what cannot be written stays on disk for the next start. */
  close(): Promise<void>
}

/** Retries back off from the first to the longest pause. */
const firstBackoffMs = 250
const longestBackoffMs = 10_000
/**
 * So many games are written at the same time: while the store writes as many of them as it does at once, in two transactions, the next are
 * read from the disk, so that the next transaction is as full.
 */
const mostGamesAtOnce = 96

/**
 * Opens the outbox: what finished is first put on disk and then written to the database, retried with exponential backoff
 * until it is there, so that a database that dies in mid-game loses nothing. What can never be written becomes a dead letter
 * (`NAME.refused`). Begins with what an earlier run left. Several games are written at once, each in order: a game is never written, nor
 * put on disk, before its rounds.
 * @param wait between retries, until the signal at the longest
 */
export async function openOutbox(
  folder: string,
  store: Store,
  log: Logger,
  wait: (ms: number, signal: AbortSignal) => Promise<void> = pauseUnlessClosing,
): Promise<Outbox> {
  await mkdir(folder, { recursive: true })
  await sweepDrafts(folder)
  const onDisk = Promise.resolve(true)
  const queue = createOutboxQueue((await leftovers(folder)).map((name) => queued(name, 0, onDisk)))
  for (const { safe } of queue.jobs) safe.settle()
  if (queue.size > 0) log.info(`${queue.size} finished rounds and games wait to be written`)
  const disk = createOutboxDisk(folder, queue, log)
  const closing = new AbortController()
  /** By game, what is being written. */
  const writing = new Map<string, { readonly job: QueuedJob; readonly ends: Promise<void> }>()
  let backoffMs = firstBackoffMs
  /** Set while a failure is waited out: then nothing is begun. */
  let waiting: Promise<void> | undefined
  let hasGivenUp = false
  let lastNumber = 0

  const jobsOf = (gameId: GameId) => queue.jobs.filter(({ name }) => gameOf(name) === gameId)

  const isWaiting = (each: QueuedJob) => writing.get(gameOf(each.name))?.job !== each

  /** Idempotent by name. The job is in the queue before the disk has it. */
  function enqueue(name: string, job: OutboxJob): Promise<void> {
    const known = queue.find(name)
    if (known) return known.safe.promise
    const before = jobsOf(gameOf(name)).map(({ stored }) => stored)
    const added = queued(name, ++lastNumber, disk.put(name, job, before))
    void added.stored.then((isOnDisk) => {
      if (isOnDisk) return added.safe.settle()
      added.job = job
      disk.dropOldest(isWaiting)
    })
    queue.add(added)
    deliver()
    return added.safe.promise
  }

  function remove(done: QueuedJob): void {
    queue.remove(done)
    done.safe.settle()
    done.left.settle()
  }

  /** Begins with what can be written now: the first job of each game, as long as there is place for one more. */
  function deliver(): void {
    while (!waiting && !hasGivenUp && writing.size < mostGamesAtOnce) {
      const next = queue.jobs.find(({ name }) => !writing.has(gameOf(name)))
      if (!next) return
      const game = gameOf(next.name)
      const ends = write(next).then((isWritten) => {
        writing.delete(game)
        if (!isWritten) holdOn()
        // What was being written waits again, and the memory is bounded.
        disk.dropOldest(isWaiting)
        deliver()
      })
      writing.set(game, { job: next, ends })
    }
  }

  async function write(next: QueuedJob): Promise<boolean> {
    try {
      await next.stored
      await save(next)
      remove(next)
      if (queue.size > 0) return true
      if (backoffMs > firstBackoffMs) log.info('All that waited is in the database')
      backoffMs = firstBackoffMs
      return true
    } catch (error) {
      if (!waiting && backoffMs === firstBackoffMs)
        log.warn({ err: error }, 'The database does not take what has finished; it waits on disk')
      // One job that cannot be written does not hold up other games.
      queue.requeue(gameOf(next.name))
      return false
    }
  }

  function holdOn(): void {
    if (closing.signal.aborted) hasGivenUp = true
    else waiting ??= waitOut()
  }

  async function waitOut(): Promise<void> {
    await disk.putAgain()
    await wait(backoffMs, closing.signal)
    backoffMs = Math.min(backoffMs * 2, longestBackoffMs)
    waiting = undefined
    deliver()
  }

  async function idle(): Promise<void> {
    while (waiting || writing.size > 0)
      await Promise.all([waiting, ...[...writing.values()].map(({ ends }) => ends)])
  }

  async function save({ name, job: kept }: QueuedJob): Promise<void> {
    const file = path.join(folder, name)
    try {
      const job = kept ?? (await readJob(file))
      await (job.kind === 'round' ? store.saveRound(job.record) : store.saveGame(job.record))
      await unlink(file).catch(unlessGone)
    } catch (error) {
      if (!isPermanent(error)) throw error
      log.error({ err: error }, `${name} can never be written; it is dead-lettered as ${name}.refused`)
      if (!kept) await setAside(file, '.refused').catch(unlessGone)
    }
  }

  deliver()
  return {
    get depth() {
      return queue.size
    },
    get unwritten() {
      return queue.jobs.filter(({ job }) => job).length
    },
    async delivered(gameId) {
      await Promise.all(jobsOf(gameId).map(({ left }) => left.promise))
    },
    writeRound: (record) => enqueue(`${record.game.id}-${record.round}.json`, { kind: 'round', record }),
    writeGame: (record) => enqueue(`${record.id}-end.json`, { kind: 'game', record }),
    async close() {
      await Promise.all(queue.jobs.map(({ stored }) => stored))
      closing.abort()
      await idle()
      if (queue.size > 0)
        log.warn(`${queue.size} finished rounds and games wait in ${folder} for the next start`)
    },
  }
}

function pauseUnlessClosing(ms: number, signal: AbortSignal): Promise<void> {
  return pause(ms, undefined, { signal }).catch(() => undefined)
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
