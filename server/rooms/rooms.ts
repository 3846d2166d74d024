import { randomInt } from 'node:crypto'
import {
  defaultRoomSettings,
  type RoomCode,
  type RoomSettings,
  roomCodeAlphabet,
  roomCodeLength,
} from '#game/protocol/scalars'
import { pauseRoom } from '#game/room/pause'
import { newDailyRoom, newRoom, type Room } from '#game/room/room'
import type { RememberedRoom } from './journal'
import { replay } from './replay'
import { createRoomRunner, type RoomParts, type RoomRunner } from './room-runner'

export type Rooms = {
  readonly count: number
  /** From the first moment of `close` on: nobody gets in any more. */
  readonly isClosing: boolean
  /** Every open room as it is now. */
  all(): Iterable<Room>
  /** @returns null when there are as many rooms as this server takes */
  create(settings?: RoomSettings): RoomRunner | null
  /** @returns null likewise */
  createDaily(): RoomRunner | null
  find(code: RoomCode): RoomRunner | undefined
  /** Public rooms that are not locked, the fullest first. */
  listPublic(): RoomRunner[]
  /** Stops all rooms, each remembered as it is. */
  close(): Promise<void>
}

/** Opens the rooms that the journal remembers, [R18] each where it was, waiting for those who were present. */
export async function openRooms(parts: RoomParts, maxRooms: number): Promise<Rooms> {
  const runners = new Map<RoomCode, RoomRunner>()

  function open(room: Room, until?: Promise<unknown>): RoomRunner {
    const runner = createRoomRunner(room, parts, () => runners.delete(room.code), until)
    runners.set(room.code, runner)
    return runner
  }

  function restore(remembered: RememberedRoom): void {
    const { log, clock, keeper } = parts
    try {
      const restored = replay(remembered)
      if (!restored) return
      const { room, at, finished } = restored
      // It may not have got where it was sent, and keeping it again does no harm.
      const kept = finished.map(({ type, record }) =>
        type === 'roundFinished' ? keeper.keepRound(record) : keeper.keepGame(record),
      )
      const runner = open(pauseRoom(room, at, clock.now()), Promise.all(kept))
      if (room.players.length > 0) runner.submit({ type: 'time:pass' })
      else runner.end()
    } catch (error) {
      log.error(
        { err: error, code: remembered.code },
        'A room could not be opened again; its journal is kept',
      )
    }
  }

  function freeCode(): RoomCode {
    for (;;) {
      const code = randomCode()
      if (!runners.has(code)) return code
    }
  }

  for await (const remembered of parts.journal.readAll()) restore(remembered)
  let isClosing = false
  const mayOpen = () => runners.size < maxRooms && !isClosing

  return {
    get count() {
      return runners.size
    },
    all: () => [...runners.values()].map(({ room }) => room),
    create(settings = defaultRoomSettings) {
      return mayOpen() ? open(newRoom(freeCode(), settings)) : null
    },
    createDaily() {
      return mayOpen() ? open(newDailyRoom(freeCode())) : null
    },
    get isClosing() {
      return isClosing
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
