import type { DrawingRecord } from '#game/record'
import { settings } from '#game/settings'
import type { HoldReason } from './hold-reason'
import { limits } from './limits'
import { type LockedInk, lockedInk, spanMs } from './locked-ink'
import { speedVariation } from './speed-variation'

type Suspicion = {
  /** What no hand can have done, not even once. */
  readonly impossible: readonly HoldReason[]
  /** What a freak of network, clock or luck may be, but not time and again. */
  readonly strange: readonly HoldReason[]
}

const nothing: Suspicion = { impossible: [], strange: [] }

type Measured = Pick<DrawingRecord, 'ink' | 'guesses' | 'lock' | 'prompt' | 'promptAtMs' | 'lagCreditMs'>

/** [F2] Every reason that one drawing gives, strange or impossible. */
export function drawingHoldReasons(drawing: Measured): HoldReason[] {
  const { impossible, strange } = suspect(drawing)
  return [...new Set([...impossible, ...strange])]
}

/** [F2] What of one drawing no hand can have done, or does now and then at most. */
export function suspect(drawing: Measured): Suspicion {
  const ink = lockedInk(drawing)
  if (!ink) return nothing
  const { prompt, promptAtMs, lagCreditMs } = drawing
  // A prompt needs as long to the screen as ink needs back: who is credited for one way has seen it that much later.
  const lockMs = ink.lock.atMs - lagCreditMs
  const reactionMs = beganMs(ink) - promptAtMs - lagCreditMs
  // Quick hands draw a 1 between two frames of a slow screen.
  const isMoreThanALine = prompt !== 1
  const variation = speedVariation(ink.strokes)
  return {
    impossible: found({
      'too-soon': lockMs < limits.leastLockMs,
      'too-quick': isMoreThanALine && writingMs(ink) < limits.leastWritingMs,
    }),
    strange: found({
      'too-soon': reactionMs < limits.leastReactionMs,
      'one-batch': isGathered(ink, lagCreditMs),
      'few-points': isMoreThanALine && ink.strokes.flat().length < limits.leastPoints,
      'even-speed': variation !== null && variation < limits.leastSpeedVariation,
    }),
  }
}

function found(reasons: Partial<Record<HoldReason, boolean>>): HoldReason[] {
  return Object.entries(reasons).flatMap(([reason, isSo]) => (isSo ? [reason as HoldReason] : []))
}

/** When the pen began to move: a finger that rests on the pad beforehand has drawn nothing yet. */
function beganMs({ locked }: LockedInk): number {
  const first = locked[0]?.[0]
  if (!first) return Number.POSITIVE_INFINITY
  const moved = locked.flat().find(({ x, y }) => x !== first.x || y !== first.y)
  return moved && moved.atMs - first.atMs > limits.restMs ? moved.atMs : first.atMs
}

function writingMs({ locked }: LockedInk): number {
  return Math.max(spanMs(locked, 't'), spanMs(locked, 'atMs'))
}

/** Whether ink came in fewer batches than the time it was drawn in has it. Of a line so slow that credit ends nothing is known. */
function isGathered({ strokes }: LockedInk, lagCreditMs: number): boolean {
  if (lagCreditMs >= settings.maxLagCreditMs) return false
  const arrivals = new Set(strokes.flat().map(({ atMs }) => atMs)).size
  return arrivals * (limits.mostGatheringMs + 2 * lagCreditMs) < spanMs(strokes, 't')
}
