import { digitCount, type RoomSettings } from '#game/protocol/scalars'

/** [S12] Whether games with these settings are played on equal terms, and so count on leaderboards and for ratings. */
export function isRanked({ digits, timer, hasStreakBonus }: RoomSettings): boolean {
  return digits.length === digitCount && timer === 'usual' && !hasStreakBonus
}
