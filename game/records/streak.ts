import { type Day, dayFrom } from '#game/prompts/daily'

/** On how many days in a row somebody has played. */
export type Streak = {
  readonly days: number
  /** Whether a game was finished today; if not, the streak ends at the end of today. */
  readonly isTodayDone: boolean
}

/**
 * [A1] The streak as it stands today: days of UTC on which a game was finished, up to today or yesterday without a gap.
 * @param played in any order; days after today come from a wrong clock and are ignored
 */
export function streakOf(played: readonly Day[], today: Day): Streak {
  const known = new Set(played)
  const isTodayDone = known.has(today)
  let days = 0
  for (let day = isTodayDone ? today : dayFrom(today, -1); known.has(day); day = dayFrom(day, -1)) days++
  return { days, isTodayDone }
}
