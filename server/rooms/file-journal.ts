import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from 'pino'
import { roomCodeAlphabet, roomCodeLength } from '#game/protocol/constants'
import type { RoomCode } from '#game/protocol/scalars'
import { setAside } from '#server/host/durable-file'
import { commandToLine, parseLog, snapshotToLine } from './journal-format'
import { beginLogFile, type LogFile } from './log-file'
import type { Generation, Journal, LoggedCommand, RoomLog, Snapshot, StoredRoom } from './ports'
import { createRetention } from './retention'

/** A log longer than this, and longer than what it began with, is begun anew: it must not grow with a long round. */
const mostLogBytes = 1_000_000
/** Beginning long logs anew may take this share of the time: rooms that began together have long logs together, and ink waits meanwhile. */
const renewalShare = 0.05
/** A disk that has refused a room is asked again after so long. */
const repairMs = 5_000

/** `CODE.NUMBER.ndjson`: a room's log from its line NUMBER on. */
const fileName = new RegExp(`^(?<code>[${roomCodeAlphabet}]{${roomCodeLength}})\\.(?<number>\\d+)\\.ndjson$`)

/**
 * One file a room, to which commands are appended as they come; a snapshot begins the next file, and then the one before it
 * goes. A crash at any moment leaves either file whole, or the older one and a beginning of the newer one. Nothing is forced
 * to the disk: it has to outlive the server, not the machine. The writes are synchronous, because nothing may be shown
 * before it is written, and into the memory of the operating system, which takes microseconds.
 */
export async function openFileJournal(folder: string, log: Logger): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  /** Where the numbers of a room's lines go on, for rooms that were read. */
  const lastNumbers = new Map<RoomCode, number>()
  const filesOf = new Map<RoomCode, string[]>()
  /** What the disk has refused of these rooms is shown and not written. */
  const unwritten = new Set<RoomCode>()
  const working = new Set<Promise<unknown>>()
  let renewAfter = Number.NEGATIVE_INFINITY

  function removeAll(names: readonly string[]): Promise<void> {
    const removing = Promise.all(names.map((name) => rm(path.join(folder, name), { force: true }))).then(
      () => {},
      (error) => log.error({ err: error }, 'A journal could not be tidied'),
    )
    working.add(removing)
    return removing.finally(() => working.delete(removing))
  }

  function open(code: RoomCode, present: () => Snapshot, until?: Promise<unknown>): RoomLog {
    let number = lastNumbers.get(code) ?? 0
    let waiting: LoggedCommand[] = []
    let older = filesOf.get(code) ?? []
    // They are this room's alone: the next one with the same code may have a file of the same name.
    filesOf.delete(code)
    const retention = createRetention()
    let file: LogFile | null = null
    let repairing: NodeJS.Timeout | undefined

    function snapshot(): void {
      writeWaiting()
      // What the disk has refused is in no file: what finished in it has to be safe before the room goes on without it.
      if (unwritten.has(code) && retention.isNeeded) {
        repairLater()
        return
      }
      try {
        const next = beginLogFile(
          folder,
          `${code}.${number + 1}.ndjson`,
          snapshotToLine(number + 1, present()),
        )
        number++
        waiting = []
        endRepair()
        void removeOlder()
        file = next
      } catch (error) {
        // The file before it is whole, and goes on.
        fail(error)
      }
    }

    function renew(): void {
      const begunAt = performance.now()
      if (begunAt < renewAfter) return
      snapshot()
      const endedAt = performance.now()
      renewAfter = endedAt + (endedAt - begunAt) / renewalShare
    }

    function closeFile(): void {
      if (!file) return
      file.close()
      older = [...older, file.name]
      file = null
    }

    /** What came before the present file goes as soon as nothing needs it any more: a record is on its way only after its step. */
    function removeOlder(): Promise<void> {
      closeFile()
      const names = older
      older = []
      return retention.released().then(() => removeAll(names))
    }

    function writeWaiting(): void {
      if (waiting.length === 0 || !file) return
      const lines = waiting.map((each, index) => commandToLine(number + index + 1, each)).join('')
      try {
        file.append(lines)
        number += waiting.length
        waiting = []
      } catch (error) {
        // What comes now would follow what is missing. Only a snapshot can put that right.
        closeFile()
        fail(error)
      }
    }

    /** It is tried again also when nothing more happens in the room. */
    function fail(error: unknown): void {
      if (!unwritten.has(code)) log.error({ err: error, code }, 'A room could not be written to its journal')
      unwritten.add(code)
      repairLater()
    }

    function repairLater(): void {
      clearTimeout(repairing)
      repairing = setTimeout(snapshot, repairMs).unref()
    }

    function endRepair(): void {
      clearTimeout(repairing)
      repairing = undefined
      unwritten.delete(code)
    }

    if (until) retention.retain(until)
    snapshot()
    return {
      append: (command, at) => void waiting.push({ command, at }),
      flush() {
        writeWaiting()
        const isLong = file && file.bytes - file.firstBytes > Math.max(mostLogBytes, file.firstBytes)
        if (isLong && !repairing) renew()
        // What no file takes cannot wait for ever; the next snapshot holds what it came to.
        if (!file) waiting = []
      },
      snapshot,
      retain: retention.retain,
      delete() {
        writeWaiting()
        endRepair()
        // Another room may get the code before the files are gone.
        lastNumbers.set(code, number)
        void removeOlder().then(() => lastNumbers.get(code) === number && lastNumbers.delete(code))
      },
      close() {
        writeWaiting()
        endRepair()
        closeFile()
      },
    }
  }

  async function readRoom(code: RoomCode, names: readonly string[]): Promise<StoredRoom> {
    const generations: Generation[] = []
    for (const name of names) {
      const file = path.join(folder, name)
      const { generation, number, fault } = parseLog(await readFile(file, 'utf8'))
      if (fault !== null) await keepCopy(file, fault)
      if (!generation) continue
      generations.push(generation)
      lastNumbers.set(code, number)
    }
    filesOf.set(code, [...names])
    // The next file must not bear the name of one that could not be read.
    const highest = Math.max(...names.map((name) => Number(fileName.exec(name)?.groups?.number)))
    lastNumbers.set(code, Math.max(lastNumbers.get(code) ?? 0, highest))
    return { code, generations }
  }

  async function keepCopy(file: string, fault: string): Promise<void> {
    log.warn(`${file} cannot be read to its end (${fault}); a copy is kept beside it`)
    await copyFile(file, `${file}.unreadable`)
  }

  /** What other versions have left; nobody else writes here. */
  async function sweep(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const file = path.join(folder, name)
      if (name.endsWith('.draft')) await rm(file, { force: true })
      else if (name.endsWith('.json')) {
        log.warn(`${file} was written by another version; its room is closed, the file is kept`)
        await setAside(file, '.unreadable')
      }
    }
  }

  return {
    open,
    async *readAll() {
      const names = await readdir(folder)
      await sweep(names)
      for (const [code, own] of groupByCode(names)) {
        const room = await readRoom(code, own)
        if (room.generations.length > 0) yield room
        else await removeAll(own)
      }
    },
    get unwritten() {
      return unwritten.size
    },
    async settled() {
      while (working.size > 0) await Promise.all(working)
    },
  }
}

function groupByCode(names: readonly string[]): Map<RoomCode, string[]> {
  const found = names.flatMap((name) => {
    const { code, number } = fileName.exec(name)?.groups ?? {}
    return code === undefined ? [] : [{ name, code, number: Number(number) }]
  })
  found.sort((one, other) => one.number - other.number)
  const groups = new Map<RoomCode, string[]>()
  for (const { name, code } of found) groups.set(code, [...(groups.get(code) ?? []), name])
  return groups
}
