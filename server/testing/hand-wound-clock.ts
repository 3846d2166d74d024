import type { Clock } from '#server/host/clock'

export type HandWoundClock = Clock & {
  /** Lets time pass, waking whoever is due on the way at the moment they asked for. */
  advance(ms: number): void
  /** Wakes that have been asked for and have not come. */
  readonly waiting: number
}

/** A clock for tests: time passes only when told to. */
export function createHandWoundClock(startAt = 1_800_000_000_000): HandWoundClock {
  let now = startAt
  const wakes = new Set<{ at: number; wake: () => void }>()
  return {
    now: () => now,
    wakeAt(at, wake) {
      const entry = { at, wake }
      if (at !== Number.POSITIVE_INFINITY) wakes.add(entry)
      return () => wakes.delete(entry)
    },
    advance(ms) {
      const until = now + ms
      for (;;) {
        const [next] = [...wakes].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)
        if (!next) break
        wakes.delete(next)
        now = Math.max(now, next.at)
        next.wake()
      }
      now = until
    },
    get waiting() {
      return wakes.size
    },
  }
}
