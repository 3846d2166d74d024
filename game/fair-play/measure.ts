import type { DrawingRecord } from '#game/records/record'
import { fairPlayLimits } from './limits'
import { type ArrivedPoint, type LockedInk, lockedInk, spanMs } from './locked-ink'
import { speedVariation } from './speed-variation'

export type Measured = Pick<DrawingRecord, 'ink' | 'guesses' | 'lock' | 'promptAtMs' | 'lagCreditMs'>

/** What a drawing that locked took: what the limits are compared with, and what an admin reads. Times in ms. */
export type Measures = {
  /** From the prompt to the lock, and to the first ink, without the way to the screen. */
  readonly lockMs: number
  readonly reactionMs: number
  /** From the first to the last point of the ink that locked, by the drawer's clock or by arrival: the longer. */
  readonly writingMs: number
  /** Of the whole drawing. */
  readonly points: number
  /** In how many batches it arrived, and how long the pen was moving by its own clock. */
  readonly batches: number
  readonly drawnMs: number
  /** Deviation of the speed as a share of its mean; null where there is too little to tell. */
  readonly variation: number | null
}

/** @returns null for a drawing that never locked */
export function measureDrawing(drawing: Measured): Measures | null {
  const ink = lockedInk(drawing)
  if (!ink) return null
  const { promptAtMs, lagCreditMs } = drawing
  const points = ink.strokes.flat()
  return {
    // A prompt needs as long to the screen as ink needs back: who is credited for one way has seen it that much later.
    lockMs: ink.lock.atMs - lagCreditMs,
    reactionMs: beganMs(ink) - promptAtMs - lagCreditMs,
    writingMs: Math.max(spanMs(ink.locked, 't'), spanMs(ink.locked, 'atMs')),
    points: points.length,
    batches: new Set(points.map(({ atMs }) => atMs)).size,
    drawnMs: drawnMs(ink.strokes),
    variation: speedVariation(ink.strokes),
  }
}

/**
 * Without most of what needs no batches: a pen that rests sends nothing, nor does a device that is too slow to see it move; between strokes a
 * hand may think, and a team passes its pen.
 */
function drawnMs(strokes: LockedInk['strokes']): number {
  const { mostGatheringMs } = fairPlayLimits
  let sum = 0
  let before: ArrivedPoint | undefined
  for (const stroke of strokes)
    for (const [index, point] of stroke.entries()) {
      if (before) sum += Math.min(point.t - before.t, index > 0 ? mostGatheringMs : mostGatheringMs / 2)
      before = point
    }
  return sum
}

/** When the pen began to move: a finger that rests on the pad beforehand has drawn nothing yet. */
function beganMs({ locked }: LockedInk): number {
  const first = locked[0]?.[0]
  if (!first) return Number.POSITIVE_INFINITY
  const moved = locked.flat().find(({ x, y }) => x !== first.x || y !== first.y)
  return moved && moved.atMs - first.atMs > fairPlayLimits.restMs ? moved.atMs : first.atMs
}
