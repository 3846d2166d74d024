import type { Stroke } from '#game/drawing/ink'

/** A drawing as threads hand it over: for each stroke its number of points, then x, y of each. Times do not travel. */
export type PackedDrawing = Int32Array<ArrayBuffer>

export function pack(strokes: readonly Stroke[]): PackedDrawing {
  const size = strokes.reduce((sum, stroke) => sum + 1 + stroke.length * 2, 0)
  const packed = new Int32Array(size)
  let at = 0
  for (const stroke of strokes) {
    packed[at++] = stroke.length
    for (const { x, y } of stroke) {
      packed[at++] = x
      packed[at++] = y
    }
  }
  return packed
}

export function unpack(packed: PackedDrawing): { x: number; y: number }[][] {
  const strokes: { x: number; y: number }[][] = []
  for (let at = 0; at < packed.length; ) {
    const count = packed[at++] ?? 0
    strokes.push(
      Array.from({ length: count }, (_, point) => ({
        x: packed[at + point * 2] ?? 0,
        y: packed[at + point * 2 + 1] ?? 0,
      })),
    )
    at += count * 2
  }
  return strokes
}
