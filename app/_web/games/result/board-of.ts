import type { RoomSettings } from '#game/protocol/scalars'
import { isRanked } from '#game/scoring/ranked'
import type { GameBoard } from '#server/store/boards/leaderboard'

/** The leaderboard that a game with these settings counts on; null when it counts on none. */
export function boardOf(settings: RoomSettings): GameBoard | null {
  const { mode, rounds, roundSeconds } = settings
  if (!isRanked(settings)) return null
  if (mode === 'race') return rounds >= 3 ? 'race' : null
  if (mode === 'relay') return roundSeconds === 60 ? 'relay' : null
  return roundSeconds === 30 ? 'rush-30' : roundSeconds === 60 ? 'rush-60' : null
}
