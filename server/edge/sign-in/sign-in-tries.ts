import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'

/** The wrong passwords of one source: a browser, an address or a site. */
export type Tries = {
  wrong: number
  notBefore: number
  waitsSince: number
  usedAt: number
}

/** A source without attempts for so long is forgotten. */
const forgottenAfterMs = 3_600_000

/**
 * Remembers the attempts of each source. Beyond the limit new sources are not remembered, so that they cannot evict the backoff or
 * the place in the queue of others.
 */
export function createTriesMemory(clock: Clock, { signInAddresses }: Pick<Limits, 'signInAddresses'>) {
  /** The least recently used comes first. */
  const known = new Map<string, Tries>()

  function forgetOld(now: number): void {
    for (const [key, { usedAt }] of known) {
      if (now - usedAt < forgottenAfterMs) return
      known.delete(key)
    }
  }

  return {
    recall(key: string): Tries {
      const now = clock.now()
      forgetOld(now)
      const tries = known.get(key) ?? { wrong: 0, notBefore: 0, waitsSince: now, usedAt: now }
      tries.usedAt = now
      known.delete(key)
      if (known.size < signInAddresses) known.set(key, tries)
      return tries
    },
    forget: (key: string) => known.delete(key),
  }
}
