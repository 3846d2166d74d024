import { promptFor } from '#game/canvases'
import { newDrawing } from '#game/drawing/drawing'
import { recordPlayer } from '#game/make-record'
import { modeOf } from '#game/modes/mode-of'
import { viewChanged } from '#game/outcome'
import { type Canvas, presentPlayers } from '#game/room'
import { roundMs } from '#game/timer'
import type { PhaseRules } from './phase-rules'

/** Three, two, one. Who is present at its end gets a canvas. */
export const countdown: PhaseRules<'countdown'> = {
  nextDeadline: (_room, phase) => phase.endsAt,
  expire(room, _phase, at) {
    const { game } = room
    const present = presentPlayers(room)
    if (!game || present.length === 0) return viewChanged({ ...room, game: null, phase: { name: 'lobby' } })
    const teams = modeOf(game.settings).seat(
      present.map(({ id }) => id),
      game.seed,
    )
    const canvases = teams.flatMap((players): Canvas[] => {
      const [pen] = players
      return pen ? [{ players, pen, penSince: 0, drawings: [newDrawing(promptFor(game, 0), 0)] }] : []
    })
    const endsAt = at + roundMs(game.settings)
    const earlier = game.players.filter(({ id }) => !present.some((player) => player.id === id))
    const players = [...earlier, ...present.map(recordPlayer)]
    return viewChanged({
      ...room,
      game: { ...game, players },
      phase: { name: 'drawing', startedAt: at, endsAt, leftAt: at, canvases },
    })
  },
  accept: () => null,
}
