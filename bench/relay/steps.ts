import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#server/host/clock'
import type { ManualClock } from '#server/testing/manual-clock'

/** What a relay is asked: to let time pass in these steps, or what CPU it has taken. */
export type ServerQuestion = 'cpu' | { readonly stepsMs: readonly number[] }

/** For what was sent to arrive, however little of the machine this process gets; waiting takes no CPU. */
const arrivalMs = 3

/**
 * Answers with the CPU time of this process so far; where time passes by steps, with that within them, which leaves out the questions.
 * A clock that cannot be advanced goes on by itself.
 */
export function takeSteps(clock: Clock | ManualClock) {
  const taken = { user: 0, system: 0 }
  return async (question: ServerQuestion): Promise<NodeJS.CpuUsage> => {
    if (!('advance' in clock)) return process.cpuUsage()
    if (question === 'cpu') return { ...taken }
    const before = process.cpuUsage()
    for (const stepMs of question.stepsMs) {
      await pause(arrivalMs)
      clock.advance(stepMs)
    }
    const { user, system } = process.cpuUsage(before)
    taken.user += user
    taken.system += system
    return taken
  }
}
