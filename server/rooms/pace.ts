import { settings } from '#game/settings'
import type { Clock } from '#server/host/clock'

/** Tick lengths by load level: 30, 20 or 15 ticks a second. */
const tickLengthsMs = [settings.inkBatchMs, 50, 66] as const
const windowMs = 1_000
/** A tick that comes later than this counts as late. */
const lateMs = 15
/** Overload: more than this share of all ticks in a window is late. With more than the second, fewer guesses are not enough. */
const [lateShare, mostlyLateShare] = [0.1, 0.5]
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
/**
 * A canvas is asked about every so many ticks at most, by level. Guesses are the largest share of what a room costs, and nobody sees
 * more than fifteen a second change, so they are the first to be given up.
 */
const ticksPerGuess = [2, 3, 4, 6, 8] as const
/** From this level on there are fewer than eight guesses a second, which only ticks that come late are a reason for. */
const scarceLevel = 2
/** A thread that is busy for a larger share of its time hardly keeps up; with the next lower level it has to stay as far below it. */
const [mostLoad, calmLoad] = [0.7, 0.6]
/**
 * While guesses are scarce, a busy thread alone keeps none of them back. But a judge that is busier than this answers later and later: then
 * fewer are asked for, and come sooner.
 */
const fullLoad = 0.9

/** The tick rate and that of guesses, adapted to the load (load shedding). All rooms share them, so that none is slowed down for the others. */
export type Pace = {
  readonly tickMs: number
  /** A canvas is asked about every so many ticks at most. */
  readonly ticksPerGuess: number
  /** Whether ticks have their greatest length, guesses are scarce or no time is left: new rooms would slow down those there are. */
  readonly isBusy: boolean
  /** A place among all rooms, kept for as long as the room. */
  takePlace(): number
  /** When the ticks of a room at that place are due, ms after those at the first moment of a tick. */
  offsetMs(place: number): number
  /** To be called at each tick. @param lateByMs by how much it was late */
  ticked(lateByMs: number): void
}

/** A thread that ticks and guesses take time of. */
export type PacedThread = {
  /** How many ms it has been busy so far. */
  busyMs(): number
  /** The share of that which guesses are, and which grows with their number. */
  readonly ofGuesses: number
}

/**
 * [P9] Asks the judge less often when a thread has hardly any time left, before anything is late, and less often still while ticks are late; widens
 * the tick when most of them are, or when guesses cannot become fewer, and shortens it when ticks have been in time for a while.
 */
export function createPace(clock: Clock, threads: readonly PacedThread[] = []): Pace {
  let level = 0
  let guessLevel = 0
  let guessCalm = 0
  /** Whether a thread has hardly any time left although there are fewer guesses. */
  let isFull = false
  let busyBefore = threads.map((thread) => thread.busyMs())
  let busySince = clock.now()
  let calm = 0
  let since = clock.now()
  let ticks = 0
  let late = 0
  let latestMs = 0
  let places = 0
  let moments = 1

  /** For each thread the share of its time that it was busy for since the last time. */
  function takeLoads(): number[] {
    const busy = threads.map((thread) => thread.busyMs())
    const passedMs = clock.now() - busySince
    const loads = busy.map((ms, thread) => (ms - (busyBefore[thread] ?? 0)) / passedMs)
    busyBefore = busy
    busySince = clock.now()
    return loads
  }

  function assessGuesses(isOverloaded: boolean, windows: number): void {
    const loads = takeLoads()
    const hasHardlyTime = ticks >= leastTicks && Math.max(0, ...loads) > mostLoad
    isFull = hasHardlyTime && guessLevel + 1 >= scarceLevel
    const isJudgeFull =
      hasHardlyTime &&
      threads.some(({ ofGuesses }, thread) => ofGuesses === 1 && (loads[thread] ?? 0) > fullLoad)
    const isTooMuch = isOverloaded || (hasHardlyTime && !isFull) || isJudgeFull
    const more = ticksPerGuessAt(guessLevel) / ticksPerGuessAt(Math.max(0, guessLevel - 1)) - 1
    const isScarce = guessLevel >= scarceLevel
    const most = isScarce ? fullLoad : calmLoad
    const hasTimeForMore = threads.every(
      ({ ofGuesses }, thread) => (loads[thread] ?? 0) * (1 + ofGuesses * more) < most,
    )
    const isCalm = !isOverloaded && (isScarce || !hasHardlyTime) && hasTimeForMore
    guessCalm = isCalm ? guessCalm + windows : 0
    if (isTooMuch) guessLevel = Math.min(guessLevel + 1, ticksPerGuess.length - 1)
    for (; guessCalm >= calmWindows; guessCalm -= calmWindows) guessLevel = Math.max(0, guessLevel - 1)
  }

  function assess(): void {
    const windows = Math.floor((clock.now() - since) / windowMs)
    if (windows < 1) return
    const drawing = windows > 1 ? 0 : (ticks * tickLengthOf(level)) / windowMs
    moments = Math.min(mostMoments, Math.max(1, Math.floor(drawing / roomsAtOnce)))
    const isStalled = latestMs > stalledMs
    const isLate = (share: number) => isStalled || (ticks >= leastTicks && late > ticks * share)
    const isOverloaded = isLate(lateShare)
    // Windows after the first were silent, unless they are what it was late by.
    calm = isStalled ? 0 : isOverloaded ? windows - 1 : calm + windows
    if (isLate(mostlyLateShare) || (isOverloaded && guessLevel === ticksPerGuess.length - 1))
      level = Math.min(level + 1, tickLengthsMs.length - 1)
    for (; calm >= calmWindows; calm -= calmWindows) level = Math.max(0, level - 1)
    assessGuesses(isOverloaded, windows)
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
    get ticksPerGuess() {
      assess()
      return ticksPerGuessAt(guessLevel)
    },
    get isBusy() {
      assess()
      return level === tickLengthsMs.length - 1 || guessLevel >= scarceLevel || isFull
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

function ticksPerGuessAt(level: number): number {
  return ticksPerGuess[level] ?? ticksPerGuess[0]
}
