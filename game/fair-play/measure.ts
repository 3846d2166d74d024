import type { DrawingRecord } from '#game/records/record'
import { fairPlayLimits } from './limits'
import { type LockedInk, lockedInk, spanMs, strokesMs } from './locked-ink'
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
  /** In how many batches it arrived, and how long the pen was drawing by its own clock. */
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

/** Between strokes a hand may think, and a team passes its pen; that needs no batches, so of each pause little counts. */
function drawnMs(strokes: LockedInk['strokes']): number {
  return (
    strokesMs(strokes, 't') +
    strokes.reduce((sum, stroke, index) => {
      const [before, first] = [strokes[index - 1]?.at(-1), stroke[0]]
      return before && first ? sum + Math.min(first.t - before.t, fairPlayLimits.mostGatheringMs / 2) : sum
    }, 0)
  )
}

/** When the pen began to move: a finger that rests on the pad beforehand has drawn nothing yet. */
function beganMs({ locked }: LockedInk): number {
  const first = locked[0]?.[0]
  if (!first) return Number.POSITIVE_INFINITY
  const moved = locked.flat().find(({ x, y }) => x !== first.x || y !== first.y)
  return moved && moved.atMs - first.atMs > fairPlayLimits.restMs ? moved.atMs : first.atMs
}
