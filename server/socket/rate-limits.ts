import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Limits } from '#server/limits'

export type RateLimit = {
  /** Counts one more by `key`. @returns whether it is still within the limit */
  allows(key: string): Promise<boolean>
}

export type RateLimits = {
  readonly messages: RateLimit
  readonly wishes: RateLimit
  readonly refusals: RateLimit
  readonly handshakes: RateLimit
  readonly rooms: RateLimit
  readonly missedCodes: RateLimit
  readonly reports: RateLimit
}

export function createRateLimits(limits: Limits): RateLimits {
  return {
    messages: rateLimit(limits.messagesPerConnectionPerSecond, 1),
    wishes: rateLimit(limits.wishesPerConnectionPerSecond, 1),
    refusals: rateLimit(limits.refusalsPerConnectionPerMinute, 60),
    handshakes: rateLimit(limits.handshakesPerAddressPerMinute, 60),
    rooms: rateLimit(limits.roomsPerAddressPerMinute, 60),
    missedCodes: rateLimit(limits.missedCodesPerAddressPerMinute, 60),
    reports: rateLimit(limits.reportsPerPlayerPerHour, 3_600),
  }
}

/** @param points how many there may be in `seconds` */
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
