import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from 'pino'
import type { RoomCode } from '#game/protocol/scalars'
import type { Journal, RememberedRoom } from './journal'

/** Counts up whenever the shape of a Room changes: a room of another shape cannot be gone on with. */
const format = 2

/**
 * One file a room. A file appears whole or not at all; it is not forced to the disk each time, because it has to outlive
 * the server, not the machine. Of several saves asked for while one is being written only the newest is.
 */
export async function openFileJournal(folder: string, log: Logger): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const wanted = new Map<RoomCode, RememberedRoom | null>()
  const writing = new Map<RoomCode, Promise<void>>()
  const fileOf = (code: RoomCode) => path.join(folder, `${code}.json`)

  function want(code: RoomCode, remembered: RememberedRoom | null): void {
    wanted.set(code, remembered)
    if (!writing.has(code)) writing.set(code, work(code))
  }

  async function work(code: RoomCode): Promise<void> {
    for (let next = wanted.get(code); next !== undefined; next = wanted.get(code)) {
      wanted.delete(code)
      try {
        await (next ? write(fileOf(code), next) : rm(fileOf(code), { force: true }))
      } catch (error) {
        log.error({ err: error, code }, 'A room could not be written to its journal')
      }
    }
    writing.delete(code)
  }

  return {
    save: (remembered) => want(remembered.room.code, remembered),
    forget: (code) => want(code, null),
    async readAll() {
      const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
      const rooms = await Promise.all(files.map((name) => read(path.join(folder, name), log)))
      return rooms.filter((remembered) => remembered !== null)
    },
    async settled() {
      while (writing.size > 0) await Promise.all(writing.values())
    },
  }
}

async function write(file: string, remembered: RememberedRoom): Promise<void> {
  const draft = `${file}.draft`
  await writeFile(draft, JSON.stringify({ format, ...remembered }), { mode: 0o600 })
  await rename(draft, file)
}

async function read(file: string, log: Logger): Promise<RememberedRoom | null> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as RememberedRoom & { format: number }
    if (kept.format === format) return { room: kept.room, at: kept.at }
    log.warn(`${file} was written by another version; its room is closed`)
  } catch (error) {
    log.warn({ err: error }, `${file} cannot be read; its room is closed`)
  }
  await rm(file, { force: true })
  return null
}
