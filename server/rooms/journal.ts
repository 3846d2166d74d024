import type { RoomCode } from '#game/protocol/scalars'
import type { Command } from '#game/room/command'
import type { Room } from '#game/room/room'

/** A room, and the time at which it was so, ms since the epoch. */
export type Snapshot = { readonly room: Room; readonly at: number }

export type LoggedCommand = { readonly command: Command; readonly at: number }

/** A room as it once was, and all that has changed it since. */
export type Generation = Snapshot & { readonly commands: readonly LoggedCommand[] }

/** All that is kept of a room, the oldest first; usually one generation. */
export type RememberedRoom = { readonly code: RoomCode; readonly generations: readonly Generation[] }

/** The log of one room. A room is its log of commands, so that a restart of the server loses nothing that was shown. */
export type RoomLog = {
  /** Takes down a command that has changed the room; `flush` writes it. */
  append(command: Command, at: number): void
  /** When this returns, all that was appended outlives the server. Nothing may be shown to anybody before. */
  flush(): void
  /** Begins anew with the room as it is; what was kept of it before goes once all that `hold` was given has settled. */
  snapshot(): void
  /** Keeps all that is kept until then: something that finished in the room is on its way elsewhere. */
  hold(until: Promise<unknown>): void
  /** The room is no more. */
  forget(): void
  close(): void
}

/** What is remembered of rooms, so that a restart of the server does not end their games. */
export type Journal = {
  /**
   * Begins the log of a room, or goes on with it after a restart.
   * @param present the room as it is when asked
   * @param until keeps what there was of it until then, as `hold` does
   */
  open(code: RoomCode, present: () => Snapshot, until?: Promise<unknown>): RoomLog
  /** Every room that is remembered and can still be read, one after the other; each may be opened as it comes. */
  readAll(): AsyncIterable<RememberedRoom>
  /** How many rooms the disk has refused and not taken yet: a restart would find them as they were before. */
  readonly unwritten: number
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
}
