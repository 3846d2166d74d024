import type { RoomCode } from '#game/protocol/scalars'
import type { RoomRunner } from '#server/rooms/room-runner'
import type { Rooms } from '#server/rooms/rooms'
import type { CodeTries } from './code-tries'

type FindRoomParts = { readonly rooms: Rooms; readonly codeTries: CodeTries }

/**
 * [P7] Finds a room for who has no seat in it. Synchronous, so that no code is tried between check and count.
 * @returns the room, or why nobody at this address is told of one
 */
export function findRoom(
  { rooms, codeTries }: FindRoomParts,
  address: string,
  code: RoomCode,
): RoomRunner | 'too-many-from-here' | 'no-such-room' {
  if (!codeTries.mayTry(address)) return 'too-many-from-here'
  const runner = rooms.find(code)
  if (runner) return runner
  codeTries.missed(address, code)
  return 'no-such-room'
}
