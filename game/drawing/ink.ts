/** x and y in logical units (0..gridSize-1, y down), t in ms since the round began, by the drawer's own clock. */
export type Point = { readonly x: number; readonly y: number; readonly t: number }

/** Pen down to pen up. */
export type Stroke = readonly Point[]

/**
 * What a pen did. `atMs` is when it counts, in ms since the round began: the drawer's clock on the way to the server,
 * the server's arrival time less the lag credit from there on.
 */
export type InkOp =
  | { readonly kind: 'draw'; readonly atMs: number; readonly points: readonly Point[] }
  | { readonly kind: 'lift'; readonly atMs: number }
  | { readonly kind: 'undo'; readonly atMs: number }
  | { readonly kind: 'clear'; readonly atMs: number }

type Ink = Pick<readonly InkOp[], 'length' | 'slice'>

/**
 * The strokes on the canvas after the first `opCount` ops. A draw continues the stroke that is down, else it begins one;
 * undo takes away the last stroke, down or not.
 */
export function strokesOf(ink: Ink, opCount: number = ink.length): Stroke[] {
  const strokes: Point[][] = []
  let isPenDown = false
  for (const op of ink.slice(0, opCount)) {
    if (op.kind === 'draw') {
      if (!isPenDown) strokes.push([])
      strokes.at(-1)?.push(...op.points)
      isPenDown = true
      continue
    }
    if (op.kind === 'undo') strokes.pop()
    if (op.kind === 'clear') strokes.length = 0
    isPenDown = false
  }
  return strokes
}

export function countPoints(ink: readonly InkOp[]): number {
  let count = 0
  for (const op of ink) if (op.kind === 'draw') count += op.points.length
  return count
}

/** How far the pen travelled, in logical units, undone and cleared ink included. */
export function inkLength(ink: Iterable<InkOp>): number {
  let length = 0
  let last: Point | null = null
  for (const op of ink) {
    if (op.kind !== 'draw') {
      last = null
      continue
    }
    for (const point of op.points) {
      if (last) length += Math.sqrt((point.x - last.x) ** 2 + (point.y - last.y) ** 2)
      last = point
    }
  }
  return length
}
