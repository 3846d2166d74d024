import { randomInt } from 'node:crypto'
import { delayRoom } from '#game/delay-room'
import {
  defaultRoomSettings,
  type RoomCode,
  type RoomSettings,
  roomCodeAlphabet,
  roomCodeLength,
} from '#game/protocol/scalars'
import { newDailyRoom, newRoom, type Room } from '#game/room'
import { createRoomRunner, type RoomParts, type RoomRunner } from './room-runner'

export type Rooms = {
  readonly count: number
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

/**
 * Opens the rooms that the journal remembers, [R18] each where it was: no time has passed for it. Everybody in them is away
 * until they come back; their seats are held.
 */
export async function openRooms(parts: RoomParts, maxRooms: number): Promise<Rooms> {
  const runners = new Map<RoomCode, RoomRunner>()

  function open(room: Room): RoomRunner {
    const runner = createRoomRunner(room, parts, () => runners.delete(room.code))
    runners.set(room.code, runner)
    return runner
  }

  function freeCode(): RoomCode {
    for (;;) {
      const code = randomCode()
      if (!runners.has(code)) return code
    }
  }

  for (const { room: remembered, at } of await parts.journal.readAll()) {
    const room = delayRoom(remembered, parts.clock.now() - at)
    if (room.players.length === 0) {
      parts.journal.forget(room.code)
      continue
    }
    const runner = open(room)
    for (const { id } of room.players) runner.submit({ type: 'player:disconnect', playerId: id })
  }

  return {
    get count() {
      return runners.size
    },
    all: () => [...runners.values()].map(({ room }) => room),
    create(settings = defaultRoomSettings) {
      return runners.size < maxRooms ? open(newRoom(freeCode(), settings)) : null
    },
    createDaily() {
      return runners.size < maxRooms ? open(newDailyRoom(freeCode())) : null
    },
    find: (code) => runners.get(code),
    listPublic: () =>
      [...runners.values()]
        .filter(({ room }) => room.settings.isPublic && !room.settings.isLocked)
        .sort((one, other) => other.room.players.length - one.room.players.length),
    async close() {
      for (const runner of runners.values()) runner.close()
      runners.clear()
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
