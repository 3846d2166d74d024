import type { RoundRecord } from '#game/records/record'
import { addRound } from '#game/records/standings'
import { addInk } from '#game/room/add-ink'
import { areJudged, type Settled, settleCanvases } from '#game/room/canvases'
import { ghostRecords } from '#game/room/ghosts'
import { makeGuess } from '#game/room/make-guess'
import { gameHeader, recordCanvas } from '#game/room/make-record'
import { type Outcome, refuse, unchanged, viewChanged } from '#game/room/outcome'
import type { PhaseOf, Room } from '#game/room/room'
import { summariseRound } from '#game/room/round-summary'
import { holdSeatsFrom } from '#game/room/seats'
import { revealMs } from '#game/room/tempo'
import { settings } from '#game/settings'
import type { PhaseRules } from './phase-rules'

/** Pens are down. Ink still on its way in and guesses about ink that arrived in time still count. */
export const judging: PhaseRules<'judging'> = {
  nextDeadline(_room, phase) {
    return areJudged(phase.canvases) ? phase.drawnAt + settings.maxLagCreditMs : phase.endsAt
  },

  expire(room, phase, at) {
    const { game } = room
    if (!game) return unchanged(room)
    const settled = settleCanvases(game, phase.canvases, Number.POSITIVE_INFINITY, false)
    const drawings = settled.canvases.flatMap((canvas, canvasIndex) =>
      recordCanvas(room, game, canvas, canvasIndex),
    )
    const record: RoundRecord = {
      game: gameHeader(room, game),
      round: game.round,
      startedAt: phase.startedAt,
      endedAt: at,
      drawings,
    }
    const { ghosts } = game
    const { hasStreakBonus } = game.settings
    // [R26] Shown and compared with, but part of no record.
    const ghostDrawings = phase.ghostMs === undefined ? [] : ghostRecords(game, phase.canvases.length)
    const ofGhosts = ghosts && { source: ghosts.source, drawings: ghostDrawings }
    const after = {
      ...holdSeatsFrom(room, at),
      game: {
        ...game,
        rounds: [...game.rounds, summariseRound(game.settings, drawings, ofGhosts)],
        standings: addRound(game.standings, drawings, hasStreakBonus),
        ...(ghosts && {
          ghosts: { ...ghosts, standings: addRound(ghosts.standings, ghostDrawings, hasStreakBonus) },
        }),
      },
      phase: {
        name: 'reveal',
        startedAt: at,
        endsAt: at + revealMs(game),
        drawings: [...drawings, ...ghostDrawings],
        ready: [],
      } as const,
    }
    return viewChanged(after, ...settled.events, { type: 'round:finished', record })
  },

  accept(room, phase, command, now) {
    const { game } = room
    if (!game) return null
    if (command.type === 'ink:add') {
      const endMs = phase.drawnAt - phase.startedAt
      const nowMs = now - phase.startedAt
      const added = addInk(game, phase.canvases, command, { nowMs, endMs, present: [] })
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
