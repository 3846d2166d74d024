import type { PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { type Outcome, unchanged, viewChanged } from './outcome'
import { findPlayer, type Pause, type Room } from './room'

/**
 * [R18] The room of a server that was away. All connections are lost; players who had one are waited for, and count as
 * present meanwhile. A room that was waiting already waits anew, and its time stands where it stood.
 * @param at up to when the room's time had passed, ms since the epoch
 * @param now ms since the epoch
 */
export function pauseRoom(room: Room, at: number, now: number): Room {
  const missing = room.players.filter(({ lostAt }) => lostAt === null).map(({ id }) => id)
  return { ...room, pause: { at: room.pause?.at ?? at, endsAt: now + settings.restoreWaitMs, missing } }
}

/** The room's own time, ms since the epoch: it stands still in a pause. */
export function roomTime({ pause }: Room, now: number): number {
  return pause?.at ?? now
}

/** [R18] Whether the room has nobody left to wait for, or has waited for long enough. Spectators are not waited for. */
export function isPauseOver(room: Room, { endsAt, missing }: Pause, now: number): boolean {
  return now >= endsAt || missing.every((id) => findPlayer(room, id)?.isSpectator !== false)
}

/** [R18] A player who disconnects during a pause is waited for like all others. */
export function missAgain(room: Room, pause: Pause, playerId: PlayerId): Outcome {
  if (pause.missing.includes(playerId)) return unchanged(room)
  return viewChanged({ ...room, pause: { ...pause, missing: [...pause.missing, playerId] } })
}

/** Removes a player who is back, or has left for good, from the missing ones. */
export function missNoLonger(room: Room, playerId: PlayerId): Room {
  const { pause } = room
  if (!pause?.missing.includes(playerId)) return room
  return { ...room, pause: { ...pause, missing: pause.missing.filter((id) => id !== playerId) } }
}
