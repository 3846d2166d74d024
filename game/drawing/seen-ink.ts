import type { PersistentList } from '#game/persistent-list'
import type { InkOp, Point } from './ink'
import type { Shape } from './shape'

type Bounds = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly inkLength: number
}

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

const noBounds: Bounds = {
  left: Infinity,
  right: -Infinity,
  top: Infinity,
  bottom: -Infinity,
  inkLength: 0,
}

export const nothingSeen: SeenInk = {
  opCount: 0,
  bounds: noBounds,
  strokes: null,
  pen: null,
  isPenDown: false,
}

/** @param opCount not less than those that were seen */
export function seeMore(seen: SeenInk, ink: PersistentList<InkOp>, opCount: number): SeenInk {
  let { bounds, strokes, pen, isPenDown } = seen
  for (const op of ink.slice(seen.opCount, opCount)) {
    if (op.kind === 'draw') {
      if (!isPenDown) {
        strokes = { bounds, below: strokes }
        pen = null
      }
      bounds = extend(bounds, pen, op.points)
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

function extend(bounds: Bounds, pen: Point | null, points: readonly Point[]): Bounds {
  let { left, right, top, bottom, inkLength } = bounds
  let before = pen
  for (const point of points) {
    left = Math.min(left, point.x)
    right = Math.max(right, point.x)
    top = Math.min(top, point.y)
    bottom = Math.max(bottom, point.y)
    if (before) inkLength += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2)
    before = point
  }
  return { left, right, top, bottom, inkLength }
}

export function shapeSeen({ bounds: { left, right, top, bottom, inkLength } }: SeenInk): Shape {
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top), inkLength }
}
