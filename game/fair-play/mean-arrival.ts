import type { InkOp } from '#game/drawing/ink'
import { arrivedStrokes } from './locked-ink'

/**
 * [F7] When the ink that is to be seen had arrived, on the mean over its way. Who copies a pen while it draws is behind it all along,
 * so neither a dot ahead of the copy, nor ink that is taken back, nor an end that is left out makes the copy the earlier one.
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
