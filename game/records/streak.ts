import { type Day, dayFrom } from '#game/prompts/daily'

/** On how many days in a row somebody has played. */
export type Streak = {
  readonly days: number
  /** Whether today is one of them; else the streak ends with today unless a game is finished on it. */
  readonly isTodayDone: boolean
}

/**
 * [A1] The streak as it stands today: days of UTC on which a game was finished, up to today or yesterday without a gap.
 * @param played in any order; days after today are those of a clock that was wrong, and count for nothing
 */
export function streakOf(played: readonly Day[], today: Day): Streak {
  const known = new Set(played)
  const isTodayDone = known.has(today)
  let days = 0
  for (let day = isTodayDone ? today : dayFrom(today, -1); known.has(day); day = dayFrom(day, -1)) days++
  return { days, isTodayDone }
}
