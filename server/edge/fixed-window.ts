import type { Clock } from '#server/host/clock'

export type FixedWindow = {
  /** Adds `amount`. @returns the sum since the window began, this included */
  add(amount?: number): number
}

/** For counters that share a window: one look at the clock for all of them. @returns a function that calls `begin` for a new window if `windowMs` have passed since the last one began */
export function createRenewal(clock: Clock, windowMs: number, begin: () => void): () => void {
  let since = clock.now()
  return () => {
    const now = clock.now()
    if (now - since < windowMs) return
    since = now
    begin()
  }
}

/** A fixed-window counter for rate limits, synchronous and without a timer, so that it can stop the very next message. */
export function createFixedWindow(clock: Clock, windowMs: number): FixedWindow {
  let count = 0
  const renew = createRenewal(clock, windowMs, () => {
    count = 0
  })
  return {
    add(amount = 1) {
      renew()
      count += amount
      return count
    },
  }
}

export type KeyedWindow = {
  /** Counts one more for this key. @returns how many it has in this window */
  add(key: string): number
  count(key: string): number
  /** Of all keys together. */
  readonly total: number
}

/** Beyond this many keys all new ones share one count, so that rotating addresses cannot fill the memory. */
const maxKeys = 100_000
const allOthers = 'all others'

/** The same for many keys. All share one window, so no key needs a timer of its own. */
export function createKeyedWindow(clock: Clock, windowMs: number): KeyedWindow {
  const counts = new Map<string, number>()
  let total = 0
  const renew = createRenewal(clock, windowMs, () => {
    total = 0
    counts.clear()
  })

  /** Starts a new window first, if it is time. */
  function keyOf(key: string): string {
    renew()
    return counts.has(key) || counts.size < maxKeys ? key : allOthers
  }

  return {
    add(key) {
      const counted = keyOf(key)
      const count = (counts.get(counted) ?? 0) + 1
      counts.set(counted, count)
      total++
      return count
    },
    count: (key) => counts.get(keyOf(key)) ?? 0,
    get total() {
      renew()
      return total
    },
  }
}

export type SeenWindow = {
  /** Whether this is the first time in this window that the key is seen. */
  isNew(key: string): boolean
}

/** Detects duplicates within a window. Beyond `maxKeys` every further key counts as new. */
export function createSeenWindow(clock: Clock, windowMs: number): SeenWindow {
  const seen = new Set<string>()
  const renew = createRenewal(clock, windowMs, () => seen.clear())
  return {
    isNew(key) {
      renew()
      if (seen.has(key)) return false
      if (seen.size < maxKeys) seen.add(key)
      return true
    },
  }
}
