/** Where time comes from. The rules own no clock; the shell owns this one. */
export type Clock = {
  /** Whole ms since the epoch, never running backwards. */
  now(): number
  /**
   * Calls `wake` once, at or soon after `at`; as soon as possible when that is past, never when it is Infinity.
   * @returns calls it off
   */
  wakeAt(at: number, wake: () => void): () => void
}

/** The time of this process: as right as the system's clock was at its start, untouched by later corrections. */
export const systemClock: Clock = {
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  wakeAt(at, wake) {
    if (at === Number.POSITIVE_INFINITY) return () => {}
    const timer = setTimeout(wake, Math.max(0, at - systemClock.now()))
    return () => clearTimeout(timer)
  },
}
