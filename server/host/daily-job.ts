import type { Clock } from './clock'

const dayMs = 24 * 3_600_000

/**
 * Runs a job once a day, the first time after `firstAfterMs`. The next day is counted from its end, so runs never overlap.
 * @param job handles its own errors; it ends soon after `signal` is aborted
 * @returns stops it, and resolves when a running job has ended
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
