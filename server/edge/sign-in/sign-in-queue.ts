import type { Clock } from '#server/host/clock'

export type SignInQueue = {
  /**
   * Runs one job after the other; the one that has waited longest is next.
   * @param since when the caller first asked for it; a caller that was turned away keeps its place
   * @returns what the job returned, or `full` if the queue is full of those that have waited longer
   */
  run<Result>(since: number, job: () => Promise<Result>): Promise<Result | 'full'>
}

type Options = {
  readonly clock: Clock
  /** Between the end of a job and the next. */
  readonly pauseMs: () => number
  readonly mostWaiting: number
}

export function createSignInQueue({ clock, pauseMs, mostWaiting }: Options): SignInQueue {
  /** The one that has waited longest comes first. */
  const waiting: { readonly since: number; readonly start: (isFull: boolean) => void }[] = []
  let isBusy = false

  function next(): void {
    const first = waiting.shift()
    isBusy = first !== undefined
    first?.start(false)
  }

  function turn(since: number): Promise<boolean> {
    return new Promise((resolve) => {
      const place = waiting.findLastIndex((other) => other.since <= since) + 1
      waiting.splice(place, 0, { since, start: resolve })
      if (!isBusy) next()
      else if (waiting.length > mostWaiting) waiting.pop()?.start(true)
    })
  }

  return {
    async run(since, job) {
      if (await turn(since)) return 'full'
      try {
        return await job()
      } finally {
        clock.wakeAt(clock.now() + pauseMs(), next)
      }
    },
  }
}
