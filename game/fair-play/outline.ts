import type { Point, Stroke } from '#game/drawing/ink'
import { type Shape, shapeOf } from '#game/drawing/shape'
import { fairPlayLimits } from './limits'

type Position = { readonly x: number; readonly y: number }

/** The way of a pen through a drawing, wherever and how large it is: points evenly apart, in a square of 1. */
export type Outline = { readonly strokes: number; readonly points: readonly Position[] }

const leastPoints = 8

/**
 * @param pointCount how many points on the way: the more, the finer
 * @returns null where so little was drawn that two people may well have drawn the same
 */
export function inkOutlineOf(drawn: readonly Stroke[], pointCount = 24): Outline | null {
  const strokes = drawn.filter((stroke) => stroke.length > 0)
  const points = strokes.flat()
  const shape = shapeOf(strokes)
  if (points.length < leastPoints || isSimple(shape)) return null
  const left = Math.min(...points.map(({ x }) => x))
  const top = Math.min(...points.map(({ y }) => y))
  const extent = Math.max(shape.width, shape.height)
  const way = spread(points, pointCount).map(({ x, y }) => ({
    x: (x - left) / extent,
    y: (y - top) / extent,
  }))
  return { strokes: strokes.length, points: way }
}

function isSimple({ width, height, inkLength }: Shape): boolean {
  return inkLength <= fairPlayLimits.simpleInk * Math.sqrt(width ** 2 + height ** 2)
}

/** Points evenly apart on the way through all points, the jumps between strokes included. */
function spread(points: readonly Point[], pointCount: number): Position[] {
  const way = [0]
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    if (before) way.push((way.at(-1) ?? 0) + distance(before, point))
  }
  const whole = way.at(-1) ?? 0
  let index = 1
  return Array.from({ length: pointCount }, (_, step) => {
    const at = (whole * step) / (pointCount - 1)
    while (index < points.length - 1 && (way[index] ?? 0) < at) index++
    const [from, to] = [points[index - 1] as Point, points[index] as Point]
    const [begin, end] = [way[index - 1] ?? 0, way[index] ?? 0]
    const share = end === begin ? 0 : Math.min(1, (at - begin) / (end - begin))
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
  })
}

/** How far two outlines are from each other on the mean, as a share of their extent; null when they cannot be laid on each other. */
export function outlineDistance(one: Outline, other: Outline): number | null {
  if (one.strokes !== other.strokes) return null
  const sum = one.points.reduce(
    (sum, point, index) => sum + distance(point, other.points[index] as Position),
    0,
  )
  return sum / one.points.length
}

/** [F3] Whether one was copied from the other, with a little trembling at most. */
export function isCopy(one: Outline, other: Outline): boolean {
  return (outlineDistance(one, other) ?? 1) < fairPlayLimits.copyDistance
}

function distance(one: Position, other: Position): number {
  return Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)
}
