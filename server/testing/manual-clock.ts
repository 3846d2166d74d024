import type { Clock } from '#server/host/clock'

export type ManualClock = Clock & {
  /** Lets time pass, and runs each timer at its time. */
  advance(ms: number): void
  /** Pending timers. */
  readonly waiting: number
}

/** A fake clock: time passes only by `advance`. */
export function createManualClock(startAt = 1_800_000_000_000): ManualClock {
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
