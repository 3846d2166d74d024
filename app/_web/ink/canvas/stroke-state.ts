import { type Hands, handOf } from '#game/drawing/hands'
import type { InkOp, Point, Stroke } from '#game/drawing/ink'

/**
 * The strokes on a canvas, ready to be painted. Unlike `strokesOf`, which runs the whole log, a stroke state grows with the ink, and a
 * stroke that is finished stays the same object, so that its outline is worked out only once.
 */
export type StrokeState = {
  readonly strokes: readonly Stroke[]
  /** [D6] Whose each stroke is, where several share the canvas: an index into its players. */
  readonly hands: readonly (number | undefined)[]
  readonly isPenDown: boolean
}

export const noStrokes: StrokeState = { strokes: [], hands: [], isPenDown: false }

/** @param hand whose ops these are, on a shared canvas */
export function growStrokes(strokeState: StrokeState, ops: readonly InkOp[], hand?: number): StrokeState {
  return ops.reduce((before, op) => grow(before, op, hand), strokeState)
}

/** All of a drawing, in the hands that drew it. */
export function handStrokes(ink: readonly InkOp[], hands: Hands | undefined): StrokeState {
  return ink.reduce((before, op, index) => grow(before, op, handOf(hands, index)), noStrokes)
}

function grow({ strokes, hands, isPenDown }: StrokeState, op: InkOp, hand: number | undefined): StrokeState {
  switch (op.kind) {
    case 'draw':
      return {
        strokes: isPenDown ? extendLast(strokes, op.points) : [...strokes, op.points],
        hands: isPenDown ? hands : [...hands, hand],
        isPenDown: true,
      }
    case 'lift':
      return { strokes, hands, isPenDown: false }
    case 'undo':
      return { strokes: strokes.slice(0, -1), hands: hands.slice(0, -1), isPenDown: false }
    case 'clear':
      return noStrokes
  }
}

function extendLast(strokes: readonly Stroke[], points: readonly Point[]): Stroke[] {
  return [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points]]
}
