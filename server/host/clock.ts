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

/** What setTimeout takes; anything longer it would take for nothing. */
const longestTimeoutMs = 2 ** 31 - 1
/** Less is a correction of the system's clock, which no round should feel; more is a machine that slept. */
const leapMs = 60_000

let originMs = performance.timeOrigin

/** The time of this process: untouched by corrections of the system's clock, but not behind it by more than a minute. */
export const systemClock: Clock = {
  now() {
    const behindMs = Date.now() - (originMs + performance.now())
    if (behindMs > leapMs) originMs += behindMs
    return Math.floor(originMs + performance.now())
  },
  wakeAt(at, wake) {
    if (at === Number.POSITIVE_INFINITY) return () => {}
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const restMs = Math.max(0, at - systemClock.now())
      timer = restMs > longestTimeoutMs ? setTimeout(wait, longestTimeoutMs) : setTimeout(wake, restMs)
    }
    wait()
    return () => clearTimeout(timer)
  },
}
