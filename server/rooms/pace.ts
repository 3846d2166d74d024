import { settings } from '#game/settings'
import type { Clock } from '#server/host/clock'

/** Tick lengths by load level: 30, 20 or 15 ticks a second. */
const tickLengthsMs = [settings.inkBatchMs, 50, 66] as const
const windowMs = 1_000
/** A tick that comes later than this counts as late. */
const lateMs = 15
/** Overload: more than this share of all ticks in a window is late. */
const lateShare = 0.1
/** Overload as well, however few ticks there are: a server that hardly gets on has few. */
const stalledMs = 500
/** With fewer ticks a second the load does not come from rooms, and a longer tick would not help. */
const leastTicks = 90
/** After so many windows without an overload the tick is shortened again. */
const calmWindows = 5
/**
 * So many rooms that draw tick at one moment: fewer make small batches for the judge, and many take so long one after the other that
 * the last are late on an idle server.
 */
const roomsAtOnce = 6
const mostMoments = 4

/** The tick rate, adapted to the load (load shedding). All rooms share it, so that none is slowed down for the others. */
export type Pace = {
  readonly tickMs: number
  /** Whether ticks have their greatest length: new rooms and players would slow down those there are. */
  readonly isBusy: boolean
  /** A place among all rooms, kept for as long as the room. */
  takePlace(): number
  /** When the ticks of a room at that place are due, ms after those at the first moment of a tick. */
  offsetMs(place: number): number
  /** To be called at each tick. @param lateByMs by how much it was late */
  ticked(lateByMs: number): void
}

/** [P9] Widens the tick when too many of them are late, and shortens it when they have been in time for a while. */
export function createPace(clock: Clock): Pace {
  let level = 0
  let calm = 0
  let since = clock.now()
  let ticks = 0
  let late = 0
  let latestMs = 0
  let places = 0
  let moments = 1

  function assess(): void {
    const windows = Math.floor((clock.now() - since) / windowMs)
    if (windows < 1) return
    const drawing = windows > 1 ? 0 : (ticks * tickLengthOf(level)) / windowMs
    moments = Math.min(mostMoments, Math.max(1, Math.floor(drawing / roomsAtOnce)))
    const isStalled = latestMs > stalledMs
    const isOverloaded = isStalled || (ticks >= leastTicks && late > ticks * lateShare)
    // Windows after the first were silent, unless they are what it was late by.
    calm = isStalled ? 0 : isOverloaded ? windows - 1 : calm + windows
    if (isOverloaded) level = Math.min(level + 1, tickLengthsMs.length - 1)
    for (; calm >= calmWindows; calm -= calmWindows) level = Math.max(0, level - 1)
    since += windows * windowMs
    ticks = 0
    late = 0
    latestMs = 0
  }

  return {
    get tickMs() {
      assess()
      return tickLengthOf(level)
    },
    takePlace: () => places++,
    offsetMs(place) {
      assess()
      return Math.floor(((place % moments) * tickLengthOf(level)) / moments)
    },
    get isBusy() {
      assess()
      return level === tickLengthsMs.length - 1
    },
    ticked(lateByMs) {
      // First: the seconds that it was late by are not calm ones.
      latestMs = Math.max(latestMs, lateByMs)
      assess()
      ticks++
      if (lateByMs > lateMs) late++
    },
  }
}

function tickLengthOf(level: number): number {
  return tickLengthsMs[level] ?? settings.inkBatchMs
}
