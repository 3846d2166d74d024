import { recordGame } from '#game/room/make-record'
import { modeOf } from '#game/room/modes'
import { unchanged, viewChanged } from '#game/room/outcome'
import { holdStandings } from '#game/room/round-summary'
import { beginCountdown } from './countdown'
import type { PhaseRules } from './phase-rules'

/** All drawings with what the judge thought of them; then the next round, or the podium. */
export const reveal: PhaseRules<'reveal'> = {
  nextDeadline: (_room, phase) => phase.endsAt,
  expire(room, _phase, at) {
    const { game } = room
    if (!game) return unchanged(room)
    if (game.rounds.length < modeOf(game.settings).roundsOf(game.settings)) {
      return viewChanged({
        ...room,
        game: { ...game, round: game.round + 1 },
        phase: beginCountdown(at),
      })
    }
    const over = { ...game, standings: holdStandings(game) }
    return viewChanged(
      { ...room, game: over, phase: { name: 'finished', finishedAt: at } },
      { type: 'game:finished', record: recordGame(room, over, at) },
    )
  },
  accept: () => null,
}
