import type { InkOp } from '#game/drawing/ink'

/**
 * A drawing as it is handed to a thread: its number of strokes, for each stroke its number of points, then x and y of each point. Times
 * stay behind: the judge does not look at them.
 */
export type PackedDrawing = Int32Array<ArrayBuffer>

/** Those of one batch, one behind the other: one buffer, which is transferred and not copied. */
export type PackedDrawings = Int32Array<ArrayBuffer>

export type InkPacker = {
  readonly isBlank: boolean
  /** Adds ops behind those there are. */
  add(ops: readonly InkOp[]): void
  /** A copy of what is to be seen: a clear leaves nothing of what was before it. */
  pack(): PackedDrawing
}

/** Keeps the ink that is to be seen on a canvas packed as it grows, by the same rules as `strokesOf`. */
export function createInkPacker(): InkPacker {
  let packed = new Int32Array(256)
  /** Where each stroke begins. */
  let strokes: number[] = []
  let length = 1
  let isPenDown = false

  function makeSpace(numbers: number): void {
    if (length + numbers <= packed.length) return
    const larger = new Int32Array(2 * (length + numbers))
    larger.set(packed)
    packed = larger
  }

  function draw({ points }: Extract<InkOp, { kind: 'draw' }>): void {
    makeSpace(1 + 2 * points.length)
    if (!isPenDown) {
      strokes.push(length)
      packed[length++] = 0
    }
    const begin = strokes.at(-1) ?? 0
    packed[begin] = (packed[begin] ?? 0) + points.length
    for (const { x, y } of points) {
      packed[length++] = x
      packed[length++] = y
    }
  }

  return {
    get isBlank() {
      return strokes.length === 0
    },
    add(ops) {
      for (const op of ops) {
        if (op.kind === 'draw') draw(op)
        if (op.kind === 'undo') length = strokes.pop() ?? length
        if (op.kind === 'clear') {
          strokes = []
          length = 1
        }
        isPenDown = op.kind === 'draw'
      }
    },
    pack() {
      packed[0] = strokes.length
      return packed.slice(0, length)
    },
  }
}

export function joinDrawings(drawings: readonly PackedDrawing[]): PackedDrawings {
  const joined = new Int32Array(drawings.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const drawing of drawings) {
    joined.set(drawing, at)
    at += drawing.length
  }
  return joined
}

type Polyline = { x: number; y: number }[]

export function unpackDrawings(packed: PackedDrawings): Polyline[][] {
  let at = 0
  const next = () => packed[at++] ?? 0
  const times = <Item>(count: number, item: () => Item) => Array.from({ length: count }, item)
  const point = () => ({ x: next(), y: next() })
  const drawings: Polyline[][] = []
  while (at < packed.length) drawings.push(times(next(), () => times(next(), point)))
  return drawings
}
