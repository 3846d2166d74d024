import { recordGame } from '#game/room/make-record'
import { modeOf } from '#game/room/modes'
import { type PhaseRules, unchanged, viewChanged } from '#game/room/outcome'
import { holdStandings } from '#game/room/round-summary'
import { sayReady } from '#game/room/say-ready'
import { beginCountdown } from './countdown'

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
    return command.type === 'round:ready' ? sayReady(room, phase, command) : null
  },
}
