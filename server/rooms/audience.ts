import type { Emote, PlayerId, RoomCode } from '#game/protocol/scalars'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'

/** How a room reaches the people in it. */
export type Audience = {
  /** The same for everybody in the room, many times a second. */
  progress(code: RoomCode, message: ServerMessage<'drawing:progressed'>): void
  view(code: RoomCode, playerId: PlayerId, view: RoomView): void
  /** What every TV of the room shows; asked for only where there is one. */
  show(code: RoomCode, viewOfNobody: () => RoomView): void
  emote(code: RoomCode, playerId: PlayerId, emote: Emote): void
  /** Tells a player that their seat is gone. */
  remove(code: RoomCode, playerId: PlayerId, reason: ServerMessage<'seat:removed'>['reason']): void
  /** The room is no more. */
  close(code: RoomCode): void
}
