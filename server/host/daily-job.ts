import type { Clock } from './clock'

const dayMs = 24 * 3_600_000

/**
 * Does a job once a day, the first time after `firstAfterMs`. The next day is counted from its end, so no two overlap.
 * @param job sees to its own errors; it ends soon after `signal` is aborted
 * @returns stops it, after what is under way
 */
export function runDaily(
  clock: Clock,
  firstAfterMs: number,
  job: (signal: AbortSignal) => Promise<void>,
): () => Promise<void> {
  const closing = new AbortController()
  let running = Promise.resolve()
  let callOff = clock.wakeAt(clock.now() + firstAfterMs, run)

  function run(): void {
    running = job(closing.signal).finally(() => {
      if (!closing.signal.aborted) callOff = clock.wakeAt(clock.now() + dayMs, run)
    })
  }

  return async () => {
    closing.abort()
    callOff()
    await running
  }
}
