import { addInk } from '#game/room/add-ink'
import { areJudged, type Settled, settleCanvases } from '#game/room/canvases'
import { endRound } from '#game/room/end-round'
import { makeGuess } from '#game/room/make-guess'
import { modeOf } from '#game/room/modes'
import { type Outcome, type PhaseRules, refuse, unchanged, viewChanged } from '#game/room/outcome'
import type { PhaseOf, Room } from '#game/room/room'
import { settings } from '#game/settings'
import { openVote } from './voting'

/** Pens are down. Ink still on its way in and guesses about ink that arrived in time still count. */
export const judging: PhaseRules<'judging'> = {
  nextDeadline(_room, phase) {
    return areJudged(phase.canvases) ? phase.drawnAt + settings.maxLagCreditMs : phase.endsAt
  },

  expire(room, phase, at) {
    const { game } = room
    if (!game) return unchanged(room)
    const settled = settleCanvases(game, phase.canvases, Number.POSITIVE_INFINITY, false)
    const { startedAt, ghostMs } = phase
    const { canvases, events } = settled
    const voting = modeOf(game.settings).isVotedOn ? openVote(room, game, canvases, at) : null
    if (voting) return viewChanged({ ...room, phase: { ...voting, startedAt } }, ...events)
    return endRound(room, game, { startedAt, canvases, events, isGhostRace: ghostMs !== undefined }, at)
  },

  accept(room, phase, command, now) {
    const { game } = room
    if (!game) return null
    if (command.type === 'ink:add') {
      const endMs = phase.drawnAt - phase.startedAt
      const nowMs = now - phase.startedAt
      const added = addInk(game, phase.canvases, command, { nowMs, endMs, players: [] })
      return typeof added === 'string' ? refuse(room, added) : inPhase(room, phase, added)
    }
    if (command.type !== 'guess:make') return null
    return command.round === game.round
      ? inPhase(room, phase, makeGuess(phase.canvases, command))
      : unchanged(room)
  },
}

function inPhase(room: Room, phase: PhaseOf<'judging'>, { canvases, events }: Settled): Outcome {
  return { room: { ...room, phase: { ...phase, canvases } }, events }
}
