import { settings } from '#game/settings'
import type { Stroke } from './ink'

/** What is to be seen of a drawing, in logical units. */
export type Shape = { readonly width: number; readonly height: number; readonly inkLength: number }

export function shapeOf(strokes: readonly Stroke[]): Shape {
  let [left, right, top, bottom, inkLength] = [Infinity, -Infinity, Infinity, -Infinity, 0]
  for (const stroke of strokes) {
    let before = stroke[0]
    for (const point of stroke) {
      left = Math.min(left, point.x)
      right = Math.max(right, point.x)
      top = Math.min(top, point.y)
      bottom = Math.max(bottom, point.y)
      if (before) inkLength += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2)
      before = point
    }
  }
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top), inkLength }
}

/** [F1] Whether this may be a digit at all, whatever the judge makes of it: no tick, no dots, and no straight line that lies down. */
export function isDrawing({ width, height, inkLength }: Shape): boolean {
  const extent = Math.max(width, height)
  if (extent < settings.leastExtent || inkLength < extent * settings.leastInkPerExtent) return false
  const isStraight = inkLength <= settings.straightInk * Math.sqrt(width ** 2 + height ** 2)
  return !isStraight || width <= settings.mostLean * height
}
