import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Limits } from '#server/edge/limits'

export type RateLimit = {
  /** Counts one more for `key`. @returns whether it is still within the limit */
  allows(key: string): Promise<boolean>
}

export type RateLimits = {
  readonly rooms: RateLimit
  readonly reports: RateLimit
}

export function createRateLimits(limits: Limits): RateLimits {
  return {
    rooms: rateLimit(limits.roomsPerAddressPerMinute, 60),
    reports: rateLimit(limits.reportsPerPlayerPerHour, 3_600),
  }
}

/** @param points how many are allowed in `seconds` */
export function rateLimit(points: number, seconds: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return {
    allows: (key) =>
      limiter.consume(key).then(
        () => true,
        () => false,
      ),
  }
}
