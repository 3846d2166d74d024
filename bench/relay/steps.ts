import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#server/host/clock'
import type { ManualClock } from '#server/testing/manual-clock'

/** What a relay is asked: to let time pass in these steps, or what CPU it has taken. */
export type ServerQuestion = 'cpu' | { readonly stepsMs: readonly number[] }

/** For what was sent to arrive, however little of the machine this process gets; waiting takes no CPU. */
const arrivalMs = 3

/** Answers with the CPU time of this process so far. A clock that cannot be advanced goes on by itself. */
export function takeSteps(clock: Clock | ManualClock) {
  return async (question: ServerQuestion): Promise<NodeJS.CpuUsage> => {
    if (question !== 'cpu' && 'advance' in clock) {
      for (const stepMs of question.stepsMs) {
        await pause(arrivalMs)
        clock.advance(stepMs)
      }
    }
    return process.cpuUsage()
  }
}
