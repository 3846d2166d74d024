import type { InkOp, Point, Stroke } from '#game/drawing/ink'

/**
 * The strokes on a canvas, ready to be painted. Unlike `strokesOf`, which runs the whole log, a stroke state grows with the ink, and a
 * stroke that is finished stays the same object, so that its outline is worked out only once.
 */
export type StrokeState = { readonly strokes: readonly Stroke[]; readonly isPenDown: boolean }

export const noStrokes: StrokeState = { strokes: [], isPenDown: false }

export function growStrokes(strokeState: StrokeState, ops: readonly InkOp[]): StrokeState {
  return ops.reduce(grow, strokeState)
}

function grow({ strokes, isPenDown }: StrokeState, op: InkOp): StrokeState {
  switch (op.kind) {
    case 'draw':
      return {
        strokes: isPenDown ? extendLast(strokes, op.points) : [...strokes, op.points],
        isPenDown: true,
      }
    case 'lift':
      return { strokes, isPenDown: false }
    case 'undo':
      return { strokes: strokes.slice(0, -1), isPenDown: false }
    case 'clear':
      return noStrokes
  }
}

function extendLast(strokes: readonly Stroke[], points: readonly Point[]): Stroke[] {
  return [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points]]
}
