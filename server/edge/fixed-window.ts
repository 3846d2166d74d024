import type { Clock } from '#server/host/clock'

export type FixedWindow = {
  /** Counts `amount` more. @returns how much there has been since the window began, this included */
  add(amount?: number): number
}

/** Begins a window anew, by `begin`, whenever it is asked and `windowMs` have passed since the last one began. */
function createRenewal(clock: Clock, windowMs: number, begin: () => void): () => void {
  let since = clock.now()
  return () => {
    const now = clock.now()
    if (now - since < windowMs) return
    since = now
    begin()
  }
}

/** Counts in windows of `windowMs`, without a timer and without a wait: what it says can stop the very next message. */
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

/** Who comes when so many keys are known shares one count with all who come later: no rotation of addresses fills the memory. */
const maxKeys = 100_000
const allOthers = 'all others'

/** The same for many keys. One window holds for all of them, so none has to expire by itself. */
export function createKeyedWindow(clock: Clock, windowMs: number): KeyedWindow {
  const counts = new Map<string, number>()
  let total = 0
  const renew = createRenewal(clock, windowMs, () => {
    total = 0
    counts.clear()
  })

  /** In the window that is on now. */
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
  /** Whether a key comes for the first time in this window. */
  isNew(key: string): boolean
}

/** Tells what is new from what comes again. Once too many keys are known, all others are always new. */
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
