import { stateFor } from '#game/prompts/game-seed'
import type { RoomSettings } from '#game/protocol/scalars'
import { drawingFor } from '#game/room/canvases'
import { recordPlayer } from '#game/room/make-record'
import { modeOf } from '#game/room/modes'
import { type PhaseRules, viewChanged } from '#game/room/outcome'
import { type Canvas, type Game, type PhaseOf, presentPlayers } from '#game/room/room'
import { countdownMs } from '#game/room/tempo'
import { settings } from '#game/settings'

/** Time to get ready. Who is present at its end gets a canvas, and so does who has just lost the connection. */
export const countdown: PhaseRules<'countdown'> = {
  nextDeadline: (_room, phase) => phase.endsAt,
  expire(room, _phase, at) {
    const { game } = room
    const seated = room.players.filter(({ isSpectator }) => !isSpectator)
    if (!game || seated.length === 0) return viewChanged({ ...room, game: null, phase: { name: 'lobby' } })
    const present = presentPlayers(room).map(({ id }) => id)
    // Their seats are held, and so is their game.
    if (present.length === 0) return viewChanged({ ...room, phase: beginCountdown(game, at) })
    const heldFrom = Math.max(game.startedAt, at - settings.canvasHoldMs)
    const drawers = seated.filter(({ lostAt }) => lostAt === null || lostAt >= heldFrom)
    const teams = modeOf(game.settings).seat(
      drawers.map(({ id }) => id),
      stateFor(game.seed, 'teams', game.seed),
    )
    const canvases = teams.flatMap((players, index): Canvas[] => {
      const pen = players.find((id) => present.includes(id)) ?? players[0]
      return pen ? [{ players, pen, penSince: 0, drawings: [drawingFor(game, 0, 0, index)] }] : []
    })
    const endsAt = at + roundMs(game.settings)
    const earlier = game.players.filter(({ id }) => !drawers.some((player) => player.id === id))
    const players = [...earlier, ...drawers.map(recordPlayer)]
    return viewChanged({
      ...room,
      game: { ...game, players },
      phase: {
        ...({ name: 'drawing', startedAt: at, endsAt, leftAt: at, canvases } as const),
        // [R25] Nobody races ghosts who can race people.
        ...(game.ghosts && drawers.length === 1 && { ghostMs: 0 }),
        ...(modeOf(game.settings).isVotedOn && { ready: [] }),
      },
    })
  },
  accept: () => null,
}

export function beginCountdown(game: Game, at: number): PhaseOf<'countdown'> {
  return { name: 'countdown', endsAt: at + countdownMs(game) }
}

/** [R15] How long a round lasts at most, ms. */
function roundMs({ roundSeconds, timer }: Pick<RoomSettings, 'roundSeconds' | 'timer'>): number {
  if (timer === 'none') return settings.untimedRoundMs
  return roundSeconds * 1000 * (timer === 'extended' ? settings.extendedTimes : 1)
}
