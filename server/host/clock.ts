/** The clock of the shell; the rules have none, they are given the time. */
export type Clock = {
  /** Whole ms since the epoch, never running backwards. */
  now(): number
  /**
   * Calls `wake` once, at or soon after `at`; as soon as possible if that is past, never if it is Infinity.
   * @returns cancels it
   */
  wakeAt(at: number, wake: () => void): () => void
}

/** The longest delay of setTimeout; a longer one would fire at once. */
const longestTimeoutMs = 2 ** 31 - 1
/** A smaller jump of the system clock is a correction, which is ignored; a larger one means that the machine slept. */
const leapMs = 60_000

let originMs = performance.timeOrigin

/** Monotonic time: it ignores corrections of the system clock, but follows it after a jump of more than a minute. */
export const systemClock: Clock = {
  now() {
    const passedMs = performance.now()
    const behindMs = Date.now() - (originMs + passedMs)
    if (behindMs > leapMs) originMs += behindMs
    return Math.floor(originMs + passedMs)
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
