import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Digit, RoomSettings } from '#game/protocol/scalars'
import { hashState } from './game-seed'
import { promptAt } from './prompts'

/** A date of UTC as YYYY-MM-DD: the day has the same prompts and the same end for everybody. */
export type Day = string

/** What a day's digits follow from: 32 random bytes as 64 hex digits, secret until the day is over. */
export type DaySecret = string

export const dailySettings: RoomSettings = {
  mode: 'rush',
  rounds: 1,
  roundSeconds: 60,
  timer: 'usual',
  digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  isPublic: false,
  isLocked: true,
  hasStreakBonus: false,
  sums: 'none',
  modifier: 'none',
}

const dayMs = 86_400_000

/** A game that began in the last second of a day has ended by then, also where clocks are some minutes apart. */
const revealMs = 600_000

/** @param at ms since the epoch */
export function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10)
}

/** @param days how many after it, or before it where negative */
export function dayFrom(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * dayMs)
}

/** When the next day's challenge begins, ms since the epoch. */
export function nextDayAt(at: number): number {
  return (Math.floor(at / dayMs) + 1) * dayMs
}

/** [R14] From when on anybody may know a day's secret and see its drawings, ms since the epoch. */
export function revealedAt(day: Day): number {
  return Date.parse(day) + dayMs + revealMs
}

/** [R14] The last day whose secret anybody may know. */
export function lastRevealedDay(at: number): Day {
  return dayOf(at - revealMs - dayMs)
}

/** [R14] What is published before the day: SHA-256 of the secret's 64 characters, in hex. */
export function commitmentOf(secret: DaySecret): string {
  return bytesToHex(sha256(utf8ToBytes(secret)))
}

/**
 * [R14] The prompt at an index into the sequence of a day. Each run through the digits has a seed of its own, so that those
 * which were seen tell nothing of those to come.
 */
export function dailyPromptAt(secret: DaySecret, index: number): Digit {
  return promptAt((run) => hashState(`${secret} ${run}`), dailySettings.digits, index)
}

/** [R14] Whether drawings, each with its index on its canvas, were asked for in the sequence of a day. */
export function arePromptsOf(
  secret: DaySecret,
  drawings: readonly { readonly index: number; readonly prompt: Digit }[],
): boolean {
  return drawings.every(({ index, prompt }) => prompt === dailyPromptAt(secret, index))
}

/** The day an address asks for; today for anything but a day that has come. */
export function parseDay(text: unknown, now: number): Day {
  const today = dayOf(now)
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return today
  const at = Date.parse(text)
  return !Number.isNaN(at) && dayOf(at) === text && text < today ? text : today
}
