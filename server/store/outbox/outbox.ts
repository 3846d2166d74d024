import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { GameRecord, RoundRecord } from '#game/records/record'
import { setAside, sweepDrafts, writeDurably } from '#server/host/durable-file'
import type { RecordKeeper } from '#server/rooms/record-keeper'
import { createOutboxQueue, gameOf } from './outbox-queue'
import type { Store } from './store'

/** Finished play on its way to the database. */
export type Outbox = RecordKeeper & {
  /** How many jobs neither the disk nor the database has taken yet: a kill would lose them. */
  readonly unwritten: number
  /** Tries once more to write what waits; what cannot be written stays on disk for the next start. */
  close(): Promise<void>
}

type Job = { kind: 'round'; record: RoundRecord } | { kind: 'game'; record: GameRecord }

/**
 * What waits: a file, once it is put on disk, or, where the disk would not take it, the job itself. It is safe when it
 * is on disk, or waits no more.
 */
type Waiting = {
  readonly name: string
  job?: Job
  /** Whether the disk has it. */
  readonly put: Promise<boolean>
  readonly safe: Promise<void>
  readonly settle: () => void
}

const firstPauseMs = 250
const longestPauseMs = 10_000
/** Jobs that neither disk nor database takes; beyond this the oldest are given up. */
const mostInMemory = 500

/**
 * Opens the outbox: what finished is first put on disk and then written to the database, again and again until it is
 * there, so that a database that dies in mid-game loses nothing. Begins with what an earlier run left. A game is never
 * written, nor put on disk, before its rounds.
 */
export async function openOutbox(folder: string, store: Store, log: Logger): Promise<Outbox> {
  await mkdir(folder, { recursive: true })
  await sweepDrafts(folder)
  const queue = createOutboxQueue((await leftovers(folder)).map((name) => wait(name, Promise.resolve(true))))
  for (const { settle } of queue.jobs) settle()
  if (queue.size > 0) log.info(`${queue.size} finished rounds and games wait to be written`)
  const closing = new AbortController()
  let delivering = Promise.resolve()
  let isDelivering = false

  /** It has its place in the queue before the disk has it. What waits already is not kept twice. */
  function keep(name: string, job: Job): Promise<void> {
    const known = queue.find(name)
    if (known) return known.safe
    const before = queue.jobs.filter((job) => gameOf(job.name) === gameOf(name)).map(({ put }) => put)
    const waiting = wait(name, put(name, job, before))
    void waiting.put.then((isOnDisk) => {
      if (isOnDisk) return waiting.settle()
      waiting.job = job
      giveUpOldest()
    })
    queue.add(waiting)
    deliver()
    return waiting.safe
  }

  /** The disk has nothing of a game that comes after something it has not: the next start would write it first. */
  async function put(name: string, job: Job, before: readonly Promise<boolean>[]): Promise<boolean> {
    if ((await Promise.all(before)).includes(false)) return false
    try {
      await writeDurably(path.join(folder, name), JSON.stringify(job))
      return true
    } catch (error) {
      log.error({ err: error }, 'The disk does not take a finished round; it is kept in memory')
      return false
    }
  }

  /** What the disk refused is put there once it has space, in order: the database may be away for longer. */
  async function putAgain(): Promise<void> {
    for (const waiting of queue.jobs) {
      if (!waiting.job) continue
      try {
        await writeDurably(path.join(folder, waiting.name), JSON.stringify(waiting.job))
      } catch {
        return
      }
      waiting.job = undefined
      waiting.settle()
    }
  }

  function remove(waiting: Waiting): void {
    queue.remove(waiting)
    waiting.settle()
  }

  function giveUpOldest(): void {
    const inMemory = queue.jobs.filter(({ job }) => job)
    const oldest = inMemory.length > mostInMemory && inMemory[0]
    if (!oldest) return
    // Not settled: it is not safe, and who waits for that may have the last copy.
    queue.remove(oldest)
    log.error(`${oldest.name} is lost: neither disk nor database takes it, and memory is full`)
  }

  function deliver(): void {
    if (isDelivering) return
    isDelivering = true
    delivering = deliverAll()
  }

  async function deliverAll(): Promise<void> {
    let pauseMs = firstPauseMs
    for (let next = queue.first; next; next = queue.first) {
      try {
        await next.put
        await write(next)
        remove(next)
        if (pauseMs > firstPauseMs && queue.size === 0) log.info('All that waited is in the database')
      } catch (error) {
        if (closing.signal.aborted) break
        if (pauseMs === firstPauseMs)
          log.warn({ err: error }, 'The database does not take what has finished; it waits on disk')
        await putAgain()
        // One job that cannot be written does not hold up other games.
        queue.putOff(gameOf(next.name))
        await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      }
    }
    isDelivering = false
  }

  async function write({ name, job: kept }: Waiting): Promise<void> {
    const file = path.join(folder, name)
    try {
      const job = kept ?? (await readJob(file))
      await (job.kind === 'round' ? store.saveRound(job.record) : store.saveGame(job.record))
      await rm(file, { force: true })
    } catch (error) {
      if (!isHopeless(error)) throw error
      log.error({ err: error }, `${name} can never be written; it is set aside`)
      if (!kept) await setAside(file, '.refused').catch(isGoneAnyway)
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
    keepRound: (record) => keep(`${record.game.id}-${record.round}.json`, { kind: 'round', record }),
    keepGame: (record) => keep(`${record.id}-end.json`, { kind: 'game', record }),
    async close() {
      await Promise.all(queue.jobs.map(({ put }) => put))
      closing.abort()
      await delivering
      if (queue.size > 0)
        log.warn(`${queue.size} finished rounds and games wait in ${folder} for the next start`)
    },
  }
}

function wait(name: string, put: Promise<boolean>): Waiting {
  let settle = () => {}
  const safe = new Promise<void>((resolve) => {
    settle = resolve
  })
  return { name, put, safe, settle }
}

function isGoneAnyway(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/** @throws SyntaxError when the file is gone or holds no job */
async function readJob(file: string): Promise<Job> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new SyntaxError(`${file} is gone`) : error
  })
  const job: Job = JSON.parse(text)
  if (job?.record === undefined) throw new SyntaxError(`${file} holds no job`)
  return job
}

/** Complete jobs only: the names of drafts end otherwise. */
async function leftovers(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.json'))
}

/** Whether trying again is no use: the database refuses the values themselves, or the file holds no job. */
function isHopeless(error: unknown): boolean {
  if (error instanceof SyntaxError) return true
  const { name, code = '' } = error as { name?: string; code?: string }
  return name === 'PrismaClientValidationError' || hopelessCodes.includes(code)
}

/** Prisma's: too long, not unique, no such parent, constraint, null, missing, out of range. */
const hopelessCodes = ['P2000', 'P2002', 'P2003', 'P2004', 'P2011', 'P2012', 'P2020']
