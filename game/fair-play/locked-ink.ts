import type { Lock } from '#game/drawing/drawing'
import type { InkOp, Point } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord } from '#game/records/record'

/** A point, and when it counts: both in ms since the round began, `t` by the drawer's own clock, `atMs` by the server's. */
export type ArrivedPoint = Point & { readonly atMs: number }

export type LockedInk = {
  readonly lock: Lock
  /** What was to be seen at the end. */
  readonly strokes: readonly (readonly ArrivedPoint[])[]
  /** What was to be seen when the lock began. */
  readonly locked: readonly (readonly ArrivedPoint[])[]
}

/**
 * @returns null for a drawing that never locked: nothing was gained by it
 * @throws InkFormatError when the stored ink cannot be read
 */
export function lockedInk({
  ink,
  guesses,
  lock,
}: Pick<DrawingRecord, 'ink' | 'guesses' | 'lock'>): LockedInk | null {
  if (!lock) return null
  const ops = decodeInk(ink)
  return {
    lock,
    strokes: arrivedStrokes(ops),
    locked: arrivedStrokes(ops.slice(0, guesses[lock.guessIndex]?.opCount)),
  }
}

/** As `strokesOf`, with the arrival of each point. */
export function arrivedStrokes(ops: readonly InkOp[]): ArrivedPoint[][] {
  const strokes: ArrivedPoint[][] = []
  let isPenDown = false
  for (const op of ops) {
    if (op.kind === 'draw') {
      if (!isPenDown) strokes.push([])
      strokes.at(-1)?.push(...op.points.map(({ x, y, t }) => ({ x, y, t, atMs: op.atMs })))
    } else if (op.kind === 'undo') strokes.pop()
    else if (op.kind === 'clear') strokes.length = 0
    isPenDown = op.kind === 'draw'
  }
  return strokes
}

/** From the first point to the last, by the clock of the drawer or of the server. */
export function spanMs(strokes: LockedInk['strokes'], clock: 't' | 'atMs'): number {
  const first = strokes[0]?.[0]
  const last = strokes.at(-1)?.at(-1)
  return first && last ? last[clock] - first[clock] : 0
}

/** The same without what lies between strokes. */
export function strokesMs(strokes: LockedInk['strokes'], clock: 't' | 'atMs'): number {
  return strokes.reduce((sum, stroke) => sum + spanMs([stroke], clock), 0)
}
