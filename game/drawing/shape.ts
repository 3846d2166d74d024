import { settings } from '#game/settings'
import type { Point, Stroke } from './ink'

/** What is to be seen of a drawing, in logical units. */
export type Shape = { readonly width: number; readonly height: number; readonly inkLength: number }

/** Where ink has been, and how much of it there is, in logical units. Grows point by point, so that a drawing can be measured as it grows. */
export type Bounds = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly inkLength: number
}

export const noBounds: Bounds = {
  left: Infinity,
  right: -Infinity,
  top: Infinity,
  bottom: -Infinity,
  inkLength: 0,
}

/** @param pen the point before the first of these in the same stroke; null where a stroke begins */
export function extendBounds(bounds: Bounds, pen: Point | null, points: readonly Point[]): Bounds {
  let { left, right, top, bottom, inkLength } = bounds
  let before = pen
  for (const point of points) {
    left = Math.min(left, point.x)
    right = Math.max(right, point.x)
    top = Math.min(top, point.y)
    bottom = Math.max(bottom, point.y)
    if (before) inkLength += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2)
    before = point
  }
  return { left, right, top, bottom, inkLength }
}

export function shapeWithin({ left, right, top, bottom, inkLength }: Bounds): Shape {
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top), inkLength }
}

export function shapeOf(strokes: readonly Stroke[]): Shape {
  return shapeWithin(strokes.reduce((bounds, stroke) => extendBounds(bounds, null, stroke), noBounds))
}

/** [F1] Whether this may be a digit at all, whatever the judge makes of it: no tick, no dots, and no straight line that lies down. */
export function isDrawing({ width, height, inkLength }: Shape): boolean {
  const extent = Math.max(width, height)
  if (extent < settings.leastExtent || inkLength < extent * settings.leastInkPerExtent) return false
  const isStraight = inkLength <= settings.straightInk * Math.sqrt(width ** 2 + height ** 2)
  return !isStraight || width <= settings.mostLean * height
}
