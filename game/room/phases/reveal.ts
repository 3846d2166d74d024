import { recordGame } from '#game/room/make-record'
import { modeOf } from '#game/room/modes'
import { type Outcome, refuse, unchanged, viewChanged } from '#game/room/outcome'
import { findPlayer, type PhaseOf, presentPlayers, type Room } from '#game/room/room'
import { holdStandings } from '#game/room/round-summary'
import { settings } from '#game/settings'
import { beginCountdown } from './countdown'
import type { PhaseRules } from './phase-rules'

/** All drawings with what the judge thought of them; then the next round, or the podium. */
export const reveal: PhaseRules<'reveal'> = {
  nextDeadline: (_room, phase) => phase.endsAt,
  expire(room, _phase, at) {
    const { game } = room
    if (!game) return unchanged(room)
    if (game.rounds.length < modeOf(game.settings).roundsOf(game.settings)) {
      const next = { ...game, round: game.round + 1 }
      return viewChanged({ ...room, game: next, phase: beginCountdown(next, at) })
    }
    const over = { ...game, standings: holdStandings(game) }
    return viewChanged(
      { ...room, game: over, phase: { name: 'finished', finishedAt: at, rematch: [] } },
      { type: 'game:finished', record: recordGame(room, over, at) },
    )
  },
  accept(room, phase, command) {
    if (command.type !== 'round:ready') return null
    const { playerId, round } = command
    const player = findPlayer(room, playerId)
    if (!player) return refuse(room, 'not-seated')
    if (player.isSpectator) return refuse(room, 'not-playing')
    if (round !== room.game?.round) return refuse(room, 'wrong-round')
    if (phase.ready.includes(playerId)) return unchanged(room)
    const ready = [...phase.ready, playerId]
    return {
      room: { ...room, phase: { ...phase, ready } },
      events: [{ type: 'ready:said', playerId, round }],
    }
  },
}

/**
 * [R19] A reveal ends when all who are present and play are ready for what comes next: at once, but for `leastRevealMs`. Asked
 * after every change, since somebody may go whom alone the others were waiting for.
 */
export function hurryReveal(room: Room, now: number): Outcome {
  const { phase } = room
  if (phase.name !== 'reveal') return unchanged(room)
  const endsAt = Math.max(now, phase.startedAt + settings.leastRevealMs)
  return endsAt < phase.endsAt && areAllReady(room, phase)
    ? viewChanged({ ...room, phase: { ...phase, endsAt } })
    : unchanged(room)
}

function areAllReady(room: Room, { ready }: PhaseOf<'reveal'>): boolean {
  const present = presentPlayers(room)
  return present.length > 0 && present.every(({ id }) => ready.includes(id))
}
