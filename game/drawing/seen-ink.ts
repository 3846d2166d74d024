import type { PackedList } from '#game/packed-list'
import type { InkOp, Point } from './ink'
import { type Bounds, extendBounds, noBounds, type Shape, shapeWithin } from './shape'

/** What was to be seen before a stroke began, from the last one down. */
type Below = { readonly bounds: Bounds; readonly below: Below | null }

/**
 * What is to be seen after the first `opCount` ops of a drawing. It goes on from what was there before instead of from the first op,
 * and comes to the same bits as `shapeOf(strokesOf(ink, opCount))`: the same numbers are added in the same order.
 */
export type SeenInk = {
  readonly opCount: number
  readonly bounds: Bounds
  /** One for each stroke that is to be seen, so that the last can be taken back. */
  readonly strokes: Below | null
  /** The last point of the stroke that is down. */
  readonly pen: Point | null
  readonly isPenDown: boolean
}

export const nothingSeen: SeenInk = {
  opCount: 0,
  bounds: noBounds,
  strokes: null,
  pen: null,
  isPenDown: false,
}

/** @param opCount not less than those that were seen */
export function seeMore(seen: SeenInk, ink: PackedList<InkOp>, opCount: number): SeenInk {
  let { bounds, strokes, pen, isPenDown } = seen
  for (const op of ink.slice(seen.opCount, opCount)) {
    if (op.kind === 'draw') {
      if (!isPenDown) {
        strokes = { bounds, below: strokes }
        pen = null
      }
      bounds = extendBounds(bounds, pen, op.points)
      pen = op.points.at(-1) ?? pen
      isPenDown = true
      continue
    }
    if (op.kind === 'undo' && strokes) {
      bounds = strokes.bounds
      strokes = strokes.below
    }
    if (op.kind === 'clear') {
      bounds = noBounds
      strokes = null
    }
    isPenDown = false
  }
  return { opCount, bounds, strokes, pen: isPenDown ? pen : null, isPenDown }
}

export function shapeSeen({ bounds }: SeenInk): Shape {
  return shapeWithin(bounds)
}
