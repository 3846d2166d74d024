import { type Placing, placingOf } from '../parts/placing'
import { ownCanvasOf, type RoomState } from './room-state'

/** How this player, or their team, stands at this moment of a round; what has locked in it counts already. */
export function livePlacing(state: RoomState): Placing | null {
  const { phase, canvases } = state
  const own = canvases[ownCanvasOf(state)]
  if (!phase || !('tally' in phase) || !own) return null
  const before = new Map(phase.tally.map(({ playerId, score }) => [playerId, score]))
  const scoreOf = ({ players, points }: typeof own) =>
    points + Math.max(0, ...players.map((id) => before.get(id) ?? 0))
  const drawing = new Set(canvases.flatMap(({ players }) => players))
  return placingOf({ score: scoreOf(own) }, [
    ...canvases.filter((canvas) => canvas !== own).map((canvas) => ({ score: scoreOf(canvas) })),
    // Who has gone keeps what they had.
    ...phase.tally.filter(({ playerId }) => !drawing.has(playerId)),
  ])
}
