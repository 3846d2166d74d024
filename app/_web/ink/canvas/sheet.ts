import type { InkOp, Point, Stroke } from '#game/drawing/ink'

/**
 * The strokes on a canvas, ready to be painted. Unlike `strokesOf`, which runs the whole log, a sheet grows with the ink, and a
 * stroke that is finished stays the same object, so that its outline is worked out only once.
 */
export type Sheet = { readonly strokes: readonly Stroke[]; readonly isPenDown: boolean }

export const emptySheet: Sheet = { strokes: [], isPenDown: false }

export function growSheet(sheet: Sheet, ops: readonly InkOp[]): Sheet {
  return ops.reduce(grow, sheet)
}

function grow({ strokes, isPenDown }: Sheet, op: InkOp): Sheet {
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
      return emptySheet
  }
}

function extendLast(strokes: readonly Stroke[], points: readonly Point[]): Stroke[] {
  return [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points]]
}
