import type { Stroke } from '#game/drawing/ink'

/**
 * The drawings of one batch as they are handed to a thread: for each its number of strokes, for each stroke its number of points,
 * then x and y of each point. One buffer, which is transferred and not copied. Times stay behind: the judge does not look at them.
 */
export type PackedDrawings = Int32Array<ArrayBuffer>

type Polyline = { x: number; y: number }[]

export function packDrawings(drawings: readonly (readonly Stroke[])[]): PackedDrawings {
  const packed = new Int32Array(drawings.reduce((sum, strokes) => sum + 1 + packedSize(strokes), 0))
  let at = 0
  for (const strokes of drawings) {
    packed[at++] = strokes.length
    for (const stroke of strokes) {
      packed[at++] = stroke.length
      for (const { x, y } of stroke) {
        packed[at++] = x
        packed[at++] = y
      }
    }
  }
  return packed
}

/** @returns how many numbers the strokes of a drawing take */
export function packedSize(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, stroke) => sum + 1 + stroke.length * 2, 0)
}

export function unpackDrawings(packed: PackedDrawings): Polyline[][] {
  let at = 0
  const next = () => packed[at++] ?? 0
  const times = <Item>(count: number, item: () => Item) => Array.from({ length: count }, item)
  const point = () => ({ x: next(), y: next() })
  const drawings: Polyline[][] = []
  while (at < packed.length) drawings.push(times(next(), () => times(next(), point)))
  return drawings
}
