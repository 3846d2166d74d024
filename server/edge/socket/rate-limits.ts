import { createKeyedWindow } from '#server/edge/fixed-window'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'

export type RateLimit = {
  /** Counts one more for `key`. @returns whether it is still within the limit */
  allows(key: string): boolean
}

export type RateLimits = {
  readonly rooms: RateLimit
  readonly reports: RateLimit
}

export function createRateLimits(clock: Clock, limits: Limits): RateLimits {
  return {
    rooms: rateLimit(clock, limits.roomsPerAddressPerMinute, 60_000),
    reports: rateLimit(clock, limits.reportsPerPlayerPerHour, 3_600_000),
  }
}

/** A synchronous counter, without a promise or a timer. @param points how many are allowed in `windowMs` */
export function rateLimit(clock: Clock, points: number, windowMs: number): RateLimit {
  const window = createKeyedWindow(clock, windowMs)
  return { allows: (key) => window.add(key) <= points }
}
