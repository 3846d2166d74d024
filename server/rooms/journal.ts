import type { RoomCode } from '#game/protocol/scalars'
import type { Room } from '#game/room'

/** A room, and the time at which it was so, ms since the epoch. */
export type RememberedRoom = { readonly room: Room; readonly at: number }

/** What is remembered of rooms, so that a restart of the server does not end their games. */
export type Journal = {
  /** Remembers the room as it is now, soon. */
  save(remembered: RememberedRoom): void
  forget(code: RoomCode): void
  /** Every room that is remembered and can still be read. */
  readAll(): Promise<RememberedRoom[]>
  /** Resolves when everything asked for has been done. */
  settled(): Promise<void>
}
