import { randomInt } from 'node:crypto'
import { roomCodeAlphabet, roomCodeLength } from '#game/protocol/constants'
import type { Refusal } from '#game/protocol/refusal'
import { defaultRoomSettings, type RoomCode, type RoomSettings } from '#game/protocol/scalars'
import { pauseRoom } from '#game/room/pause'
import { newDailyRoom, newRoom, type Room } from '#game/room/room'
import type { StoredRoom } from './ports'
import { replay } from './replay'
import { createRoomRunner, type RoomParts, type RoomRunner } from './room-runner'

export type Rooms = {
  readonly count: number
  /** Why no room can be opened now; null when one can. From the first moment of `close` on nobody gets in any more. */
  readonly refusal: Refusal | null
  /** Every open room as it is now. */
  all(): Iterable<Room>
  /** @returns null when there is a refusal */
  create(settings?: RoomSettings): RoomRunner | null
  /** @returns null likewise */
  createDaily(): RoomRunner | null
  find(code: RoomCode): RoomRunner | undefined
  /** Public rooms that are not locked, the fullest first. */
  listPublic(): RoomRunner[]
  /** Stops all rooms, each stored as it is. */
  close(): Promise<void>
}

/** Restores the rooms of the journal, [R18] each where it was, paused for those who were present. */
export async function openRooms(parts: RoomParts, maxRooms: number): Promise<Rooms> {
  const runners = new Map<RoomCode, RoomRunner>()

  function open(room: Room, until?: Promise<unknown>): RoomRunner {
    const runner = createRoomRunner(room, parts, () => runners.delete(room.code), until)
    runners.set(room.code, runner)
    return runner
  }

  function restore(stored: StoredRoom): void {
    const { log, clock, recordWriter } = parts
    try {
      const restored = replay(stored)
      if (!restored) return
      const { room, at, finished } = restored
      // It may not have got where it was sent, and keeping it again does no harm.
      const kept = finished.map(({ type, record }) =>
        type === 'round:finished' ? recordWriter.writeRound(record) : recordWriter.writeGame(record),
      )
      const runner = open(pauseRoom(room, at, clock.now()), Promise.all(kept))
      if (room.players.length > 0) runner.submit({ type: 'time:pass' })
      else runner.end()
    } catch (error) {
      log.error({ err: error, code: stored.code }, 'A room could not be opened again; its journal is kept')
    }
  }

  function freeCode(): RoomCode {
    for (;;) {
      const code = randomCode()
      if (!runners.has(code)) return code
    }
  }

  for await (const stored of parts.journal.readAll()) restore(stored)
  let isClosing = false

  function refusal(): Refusal | null {
    if (isClosing) return 'server-closing'
    if (runners.size >= maxRooms) return 'server-full'
    return parts.pace.isBusy ? 'server-busy' : null
  }

  return {
    get count() {
      return runners.size
    },
    all: () => [...runners.values()].map(({ room }) => room),
    create(settings = defaultRoomSettings) {
      return refusal() ? null : open(newRoom(freeCode(), settings))
    },
    createDaily() {
      return refusal() ? null : open(newDailyRoom(freeCode()))
    },
    get refusal() {
      return refusal()
    },
    find: (code) => runners.get(code),
    listPublic: () =>
      [...runners.values()]
        .filter(({ room }) => room.settings.isPublic && !room.settings.isLocked)
        .sort((one, other) => other.room.players.length - one.room.players.length),
    async close() {
      isClosing = true
      for (const runner of runners.values()) runner.close()
      await parts.journal.settled()
    },
  }
}

function randomCode(): RoomCode {
  return Array.from(
    { length: roomCodeLength },
    () => roomCodeAlphabet[randomInt(roomCodeAlphabet.length)],
  ).join('')
}
