import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#server/host/clock'
import type { ManualClock } from '#server/testing/manual-clock'
import { collectGarbage } from '../collect-garbage'

/** What a relay is asked: to let time pass in these steps, or what CPU it has taken. */
export type ServerQuestion = 'cpu' | { readonly stepsMs: readonly number[] }

/** For what was sent to arrive, however little of the machine this process gets; waiting takes no CPU. */
const arrivalMs = 3

/**
 * Answers with the CPU time of this process so far, once the steps are over. A clock that cannot be advanced goes on by itself. What arrives between two
 * questions is read between them, so all of the time counts, with the little that a question takes.
 */
export function takeSteps(clock: Clock | ManualClock) {
  return async (question: ServerQuestion): Promise<NodeJS.CpuUsage> => {
    if (question !== 'cpu' && 'advance' in clock)
      for (const stepMs of question.stepsMs) {
        await pause(arrivalMs)
        clock.advance(stepMs)
      }
    return process.cpuUsage()
  }
}

/** What this process takes after a collection of garbage, and how many timers it has. */
export type Memory = { readonly heapMB: number; readonly rssMB: number; readonly timers: number }

export function measureMemory(): Memory {
  collectGarbage()
  const { heapUsed, external, rss } = process.memoryUsage()
  const timers = process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length
  return { heapMB: (heapUsed + external) / 1e6, rssMB: rss / 1e6, timers }
}
