import type { RoomCode } from '#game/protocol/scalars'
import { commandToLine, parseLog, snapshotToLine } from '#server/rooms/journal-format'
import type { Journal } from '#server/rooms/ports'

/** A generation, as a file would hold it. */
type Text = { text: string }

export type MemoryJournal = Journal & {
  /** For each room its generations, oldest first. */
  readonly rooms: ReadonlyMap<RoomCode, readonly Text[]>
}

/**
 * A journal that a server and its successor can share. What was not flushed is lost, as in a crash.
 * @param left what a server that was killed has left
 */
export function createMemoryJournal(left?: MemoryJournal): MemoryJournal {
  const rooms = new Map<RoomCode, Text[]>(
    left && [...left.rooms].map(([code, own]) => [code, own.map((each) => ({ ...each }))]),
  )
  return {
    rooms,
    open(code, present, until) {
      const generations = rooms.get(code) ?? []
      rooms.set(code, generations)
      let retained: Promise<unknown> = Promise.resolve(until).catch(() => undefined)
      let waiting = ''
      let number = 0
      const removeLater = (older: readonly Text[]) =>
        void retained.then(() => {
          const kept = generations.filter((each) => !older.includes(each))
          generations.splice(0, generations.length, ...kept)
          if (kept.length === 0 && rooms.get(code) === generations) rooms.delete(code)
        })
      const flush = () => {
        const last = generations.at(-1)
        if (last) last.text += waiting
        waiting = ''
      }
      const snapshot = () => {
        const older = [...generations]
        waiting = ''
        generations.push({ text: snapshotToLine(++number, present()) })
        removeLater(older)
      }
      snapshot()
      return {
        append(command, at) {
          waiting += commandToLine(++number, { command, at })
        },
        flush,
        snapshot,
        retain(until) {
          retained = Promise.all([retained, until.catch(() => undefined)])
        },
        delete: () => removeLater([...generations]),
        close: flush,
      }
    },
    async *readAll() {
      for (const [code, own] of [...rooms]) {
        const generations = own.map(({ text }) => {
          const { generation, fault } = parseLog(text)
          if (!generation || fault !== null) throw new Error(`the log of ${code} cannot be read: ${fault}`)
          return generation
        })
        yield { code, generations }
      }
    },
    unwritten: 0,
    settled: async () => {},
  }
}
