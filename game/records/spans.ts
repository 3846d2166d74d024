import { type Day, dayFrom, dayOf } from '#game/prompts/daily'

/** [S16] A span in which players are compared on a board: days and weeks are those of UTC, a season is the reign of one judge. */
export type BoardSpan = 'all' | `day ${Day}` | `week ${Day}` | `season ${string}`

/** @param at ms since the epoch */
export function daySpan(at: number): BoardSpan {
  return `day ${dayOf(at)}`
}

/** Named after its Monday. @param at ms since the epoch */
export function weekSpan(at: number): BoardSpan {
  const today = dayOf(at)
  const daysSinceMonday = (new Date(today).getUTCDay() + 6) % 7
  return `week ${dayFrom(today, -daysSinceMonday)}`
}

/** @param judgeVersion the folder name of its model */
export function seasonSpan(judgeVersion: string): BoardSpan {
  return `season ${judgeVersion}`
}
