import { decodeInk } from '#game/drawing/ink-codec'
import type { HeldDrawing } from '#server/store/list-held'

/** What a drawing took, as the admin reads it. */
export type DrawingFigures = {
  /** From the prompt to the arrival of the first ink, ms. */
  readonly firstMs: number
  /** From the arrival of the first ink to that of the last, ms. */
  readonly arrivedMs: number
  /** From the first point to the last by the times that came with them, ms. */
  readonly drawnMs: number
  readonly points: number
  /** In how many pieces it arrived. */
  readonly pieces: number
}

/** @returns null for a drawing without ink */
export function figuresOf({ ink, promptAtMs, pointCount }: HeldDrawing): DrawingFigures | null {
  const drawn = decodeInk(ink).filter((op) => op.kind === 'draw')
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last) return null
  const times = drawn.flatMap(({ points }) => points.map(({ t }) => t))
  return {
    firstMs: first.atMs - promptAtMs,
    arrivedMs: last.atMs - first.atMs,
    drawnMs: (times.at(-1) ?? 0) - (times[0] ?? 0),
    points: pointCount,
    pieces: drawn.length,
  }
}
