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

/** What waits: a file, or, where the disk would not take it, the letter itself. */
type Waiting = { name: string; letter?: Letter }

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
  const posting = new Set<Promise<void>>()
  let delivering = Promise.resolve()
  let isDelivering = false

  async function post(name: string, letter: Letter): Promise<void> {
    const isOnDisk = await writeDurably(path.join(folder, name), JSON.stringify(letter)).then(
      () => true,
      (error) => log.error({ err: error }, 'The disk does not take a finished round; it is kept in memory'),
    )
    queue.push(isOnDisk ? { name } : { name, letter })
    giveUpOldest()
    deliver()
  }

  function giveUpOldest(): void {
    const inMemory = queue.filter(({ letter }) => letter)
    const oldest = inMemory.length > mostInMemory && inMemory[0]
    if (!oldest) return
    queue.splice(queue.indexOf(oldest), 1)
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
        await write(next)
        queue.shift()
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
      const letter: Letter = kept ?? JSON.parse(await readFile(file, 'utf8'))
      await (letter.kind === 'round' ? store.saveRound(letter.record) : store.saveGame(letter.record))
      await rm(file, { force: true })
    } catch (error) {
      if (!isHopeless(error)) throw error
      log.error({ err: error }, `${name} can never be written; it is set aside`)
      if (!kept) await rename(file, `${file}.refused`)
    }
  }

  function keep(name: string, letter: Letter): void {
    const posted = post(name, letter).finally(() => posting.delete(posted))
    posting.add(posted)
  }

  deliver()
  return {
    keepRound: (record) => keep(`${record.game.id}-${record.round}.json`, { kind: 'round', record }),
    keepGame: (record) => keep(`${record.id}-end.json`, { kind: 'game', record }),
    async close() {
      await Promise.all(posting)
      closing.abort()
      await delivering
      if (queue.length > 0)
        log.warn(`${queue.length} finished rounds and games wait in ${folder} for the next start`)
    },
  }
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
