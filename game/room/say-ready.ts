import type { CommandOf } from './command'
import { type Outcome, refuse, unchanged } from './outcome'
import { findPlayer, type PhaseOf, type Room } from './room'

/** [R19] [R29] Marks a player as ready: for the next round in a reveal, for the vote while people draw. */
export function sayReady(
  room: Room,
  phase: PhaseOf<'reveal'> | PhaseOf<'drawing'>,
  { playerId, round }: CommandOf<'round:ready'>,
): Outcome {
  const player = findPlayer(room, playerId)
  const before = phase.ready ?? []
  if (!player) return refuse(room, 'not-seated')
  if (player.isSpectator) return refuse(room, 'not-playing')
  if (round !== room.game?.round) return refuse(room, 'wrong-round')
  if (before.includes(playerId)) return unchanged(room)
  const ready = [...before, playerId]
  return {
    room: { ...room, phase: { ...phase, ready } },
    events: [{ type: 'ready:said', playerId, round }],
  }
}
