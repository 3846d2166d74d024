import { settings } from '#game/settings'
import type { Clock } from '#server/host/clock'

/** How long a tick is, the more there is to do the longer: 30, 20 or 15 a second. */
const tickLengthsMs = [settings.inkBatchMs, 50, 66] as const
const windowMs = 1_000
/** A tick that comes later than this was kept waiting. */
const lateMs = 15
/** More than this share of ticks are late on a server that has too much to do. */
const lateShare = 0.1
/** With fewer ticks a second it is not play that keeps them waiting, and a longer tick would not help. */
const leastTicks = 90
/** So many windows without an overload, and the tick is shortened again. */
const calmWindows = 5

/** How fast all rooms of a server go: one place, so that they slow down together and none at the cost of others. */
export type Pace = {
  readonly tickMs: number
  /** Whether ticks are as long as they get: what is there already would suffer from more. */
  readonly isBusy: boolean
  /** To be told of each tick that was waited for. @param lateByMs how much later it came than it was due */
  ticked(lateByMs: number): void
}

/** [P9] Widens the tick when too many of them are late, and shortens it when they have been in time for a while. */
export function createPace(clock: Clock): Pace {
  let level = 0
  let calm = 0
  let since = clock.now()
  let ticks = 0
  let late = 0

  function assess(): void {
    const windows = Math.floor((clock.now() - since) / windowMs)
    if (windows < 1) return
    const isOverloaded = ticks >= leastTicks && late > ticks * lateShare
    // Windows after the first were silent.
    calm = isOverloaded ? windows - 1 : calm + windows
    if (isOverloaded) level = Math.min(level + 1, tickLengthsMs.length - 1)
    for (; calm >= calmWindows; calm -= calmWindows) level = Math.max(0, level - 1)
    since += windows * windowMs
    ticks = 0
    late = 0
  }

  return {
    get tickMs() {
      assess()
      return tickLengthsMs[level] ?? settings.inkBatchMs
    },
    get isBusy() {
      assess()
      return level === tickLengthsMs.length - 1
    },
    ticked(lateByMs) {
      assess()
      ticks++
      if (lateByMs > lateMs) late++
    },
  }
}
