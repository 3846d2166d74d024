import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { GameRecord, RoundRecord } from '#game/record'
import { writeDurably } from '../durable-file'
import type { RecordKeeper } from '../rooms/record-keeper'
import type { Store } from './store'

/** Finished play on its way to the database. */
export type Outbox = RecordKeeper & {
  /** Tries once more to write what waits; what cannot be written stays on disk for the next start. */
  close(): Promise<void>
}

type Letter = { kind: 'round'; record: RoundRecord } | { kind: 'game'; record: GameRecord }

/** What waits: a file, once it is put on disk, or, where the disk would not take it, the letter itself. */
type Waiting = { name: string; letter?: Letter; put?: Promise<void> }

const firstPauseMs = 250
const longestPauseMs = 10_000
/** Letters that neither disk nor database takes; beyond this the oldest are given up. */
const mostInMemory = 500

/**
 * Opens the outbox: what finished is first put on disk and then written to the database, again and again until it is
 * there, so that a database that dies in mid-game loses nothing. Begins with what an earlier run left.
 */
export async function openOutbox(folder: string, store: Store, log: Logger): Promise<Outbox> {
  await mkdir(folder, { recursive: true })
  const queue: Waiting[] = (await leftovers(folder)).map((name) => ({ name }))
  if (queue.length > 0) log.info(`${queue.length} finished rounds and games wait to be written`)
  const closing = new AbortController()
  let delivering = Promise.resolve()
  let isDelivering = false

  /** It has its place in the queue before the disk has it: a game is not written before its last round. */
  function keep(name: string, letter: Letter): void {
    const waiting: Waiting = { name }
    waiting.put = writeDurably(path.join(folder, name), JSON.stringify(letter)).catch((error) => {
      log.error({ err: error }, 'The disk does not take a finished round; it is kept in memory')
      waiting.letter = letter
      giveUpOldest()
    })
    queue.push(waiting)
    deliver()
  }

  function remove(waiting: Waiting): void {
    const place = queue.indexOf(waiting)
    if (place >= 0) queue.splice(place, 1)
  }

  function giveUpOldest(): void {
    const inMemory = queue.filter(({ letter }) => letter)
    const oldest = inMemory.length > mostInMemory && inMemory[0]
    if (!oldest) return
    remove(oldest)
    log.error(`${oldest.name} is lost: neither disk nor database takes it, and memory is full`)
  }

  function deliver(): void {
    if (isDelivering) return
    isDelivering = true
    delivering = deliverAll()
  }

  async function deliverAll(): Promise<void> {
    let pauseMs = firstPauseMs
    for (let next = queue[0]; next; next = queue[0]) {
      try {
        await next.put
        await write(next)
        remove(next)
        if (pauseMs > firstPauseMs && queue.length === 0) log.info('All that waited is in the database')
      } catch (error) {
        if (closing.signal.aborted) break
        if (pauseMs === firstPauseMs)
          log.warn({ err: error }, 'The database is away; what finishes waits on disk')
        // To the back, so that one letter nobody can read does not hold up the others.
        queue.push(...queue.splice(0, 1))
        await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      }
    }
    isDelivering = false
  }

  async function write({ name, letter: kept }: Waiting): Promise<void> {
    const file = path.join(folder, name)
    try {
      const letter = kept ?? (await readLetter(file))
      await (letter.kind === 'round' ? store.saveRound(letter.record) : store.saveGame(letter.record))
      await rm(file, { force: true })
    } catch (error) {
      if (!isHopeless(error)) throw error
      log.error({ err: error }, `${name} can never be written; it is set aside`)
      if (!kept) await rename(file, `${file}.refused`).catch(isGoneAnyway)
    }
  }

  deliver()
  return {
    get depth() {
      return queue.length
    },
    keepRound: (record) => keep(`${record.game.id}-${record.round}.json`, { kind: 'round', record }),
    keepGame: (record) => keep(`${record.id}-end.json`, { kind: 'game', record }),
    async close() {
      await Promise.all(queue.map(({ put }) => put))
      closing.abort()
      await delivering
      if (queue.length > 0)
        log.warn(`${queue.length} finished rounds and games wait in ${folder} for the next start`)
    },
  }
}

function isGoneAnyway(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/** @throws SyntaxError when the file is gone or holds no letter */
async function readLetter(file: string): Promise<Letter> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new SyntaxError(`${file} is gone`) : error
  })
  const letter: Letter = JSON.parse(text)
  if (letter?.record === undefined) throw new SyntaxError(`${file} holds no letter`)
  return letter
}

/** Complete letters only: the names of drafts end otherwise. */
async function leftovers(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
}

/** Whether trying again is no use: the database refuses the values themselves, or the file holds no letter. */
function isHopeless(error: unknown): boolean {
  if (error instanceof SyntaxError) return true
  const { name, code = '' } = error as { name?: string; code?: string }
  return name === 'PrismaClientValidationError' || hopelessCodes.includes(code)
}

/** Prisma's: too long, not unique, no such parent, constraint, null, missing, out of range. */
const hopelessCodes = ['P2000', 'P2002', 'P2003', 'P2004', 'P2011', 'P2012', 'P2020']
