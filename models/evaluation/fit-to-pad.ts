import { settings } from '#game/settings'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'

/** How much of the pad a drawing takes that says nothing of its paper: fingers on a phone take 0.53 of its width (median). */
const usualShare = 0.5

/** A recorded drawing in logical units, as large as people draw it, in the middle of the pad. */
export function fitToPad(
  strokes: RecordedDrawing['strokes'],
  extent: number = settings.gridSize * usualShare,
): RecordedDrawing['strokes'] {
  const points = strokes.flat()
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
  const scale = extent / (Math.max(right - left, bottom - top) || 1)
  const to = (value: number, middle: number) => (value - middle) * scale + settings.gridSize / 2
  return strokes.map((stroke) =>
    stroke.map(({ x, y, t }) => ({ x: to(x, (left + right) / 2), y: to(y, (top + bottom) / 2), t })),
  )
}
