import type { RoomSettings } from './protocol/scalars'
import type { RandomState } from './random'

/** A date of UTC as YYYY-MM-DD: the day has the same prompts and the same end for everybody. */
export type Day = string

export const dailySettings: RoomSettings = {
  mode: 'rush',
  rounds: 1,
  roundSeconds: 60,
  timer: 'usual',
  digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  isPublic: false,
  isLocked: true,
  hasStreakBonus: false,
}

const dayMs = 86_400_000

/** @param at ms since the epoch */
export function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10)
}

/** When the next day's challenge begins, ms since the epoch. */
export function nextDayAt(at: number): number {
  return (Math.floor(at / dayMs) + 1) * dayMs
}

/** [R14] What the seed of a day is the hash of. */
export function seedText(day: Day): string {
  return `digit-dash ${day}`
}

/** [R14] FNV-1a, 32 bits, so that anyone can check the prompts. */
export function dailySeed(day: Day): RandomState {
  let hash = 0x811c9dc5
  for (const letter of seedText(day)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash >>> 0
}
