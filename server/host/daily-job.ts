import type { Clock } from './clock'

const dayMs = 24 * 3_600_000

/** As `runEvery`, once a day. */
export function runDaily(
  clock: Clock,
  firstAfterMs: number,
  job: (signal: AbortSignal) => Promise<void>,
): () => Promise<void> {
  return runEvery(clock, { firstAfterMs, everyMs: dayMs }, job)
}

/**
 * Runs a job every so many ms, the first time after `firstAfterMs`. They are counted from its end, so runs never overlap.
 * @param job handles its own errors; it ends soon after `signal` is aborted
 * @returns stops it, and resolves when a running job has ended
 */
export function runEvery(
  clock: Clock,
  { firstAfterMs, everyMs }: { readonly firstAfterMs: number; readonly everyMs: number },
  job: (signal: AbortSignal) => Promise<void>,
): () => Promise<void> {
  const closing = new AbortController()
  let running = Promise.resolve()
  let callOff = clock.wakeAt(clock.now() + firstAfterMs, run)

  function run(): void {
    running = job(closing.signal).finally(() => {
      if (!closing.signal.aborted) callOff = clock.wakeAt(clock.now() + everyMs, run)
    })
  }

  return async () => {
    closing.abort()
    callOff()
    await running
  }
}
