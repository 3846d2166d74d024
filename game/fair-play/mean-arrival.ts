import type { InkOp } from '#game/drawing/ink'
import { arrivedStrokes } from './locked-ink'

/**
 * [F7] The mean time of arrival of the visible ink, weighted by length. A copy made while the original is drawn is later over its whole
 * length, so it does not become the earlier one by a dot drawn first, by ink that is undone, or by leaving out the end.
 * @returns in ms since the round began, as ops count; 0 for no ink
 */
export function meanArrivalMs(ops: readonly InkOp[]): number {
  const strokes = arrivedStrokes(ops)
  let [way, sum] = [0, 0]
  for (const stroke of strokes) {
    for (const [index, point] of stroke.entries()) {
      const before = stroke[index - 1]
      if (!before) continue
      const length = Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2)
      way += length
      sum += length * point.atMs
    }
  }
  return way > 0 ? Math.round(sum / way) : (strokes.at(-1)?.at(-1)?.atMs ?? 0)
}
