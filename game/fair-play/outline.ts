import type { Point, Stroke } from '#game/drawing/ink'
import { type Shape, shapeOf } from '#game/drawing/shape'
import { fairPlayLimits } from './limits'

type Position = { readonly x: number; readonly y: number }

/** The way of a pen through a drawing, wherever and how large it is: points evenly apart, in a square of 1. */
export type Outline = {
  readonly strokes: number
  readonly points: readonly Position[]
  /**
   * The same way however it is turned, leant or stretched, but for a rotation: about its mean, with a
   * deviation of 1 in all directions. Null for what is hardly wider than a line.
   */
  readonly whitened: readonly Position[] | null
}

const leastPoints = 8
/** Whitening changes which points are evenly apart, and so the moments: after three rounds a leant drawing has those of the upright one. */
const whitenings = 3
const momentPoints = 96
/** The least determinant of a covariance as a share of its squared trace, which is a quarter for what is as wide as high. */
const leastFlatness = 1e-6

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
  let whitened: Position[] | null | undefined
  return {
    strokes: strokes.length,
    points: way,
    // When it is first asked for: fingerprints do without.
    get whitened() {
      if (whitened === undefined) whitened = whiten(points, pointCount)
      return whitened
    },
  }
}

/** The normal form of a way under affine maps, up to a rotation; null for one that is hardly wider than a line. */
function whiten(points: readonly Point[], pointCount: number): Position[] | null {
  let way: readonly Position[] | null = points
  for (let round = 0; round < whitenings && way; round++) way = withUnitMoments(way)
  return way && spread(way, pointCount)
}

/** A way moved and stretched by the inverse root of its covariance, so that it has the same deviation in all directions. */
function withUnitMoments(way: readonly Position[]): Position[] | null {
  const even = spread(way, momentPoints)
  const mean = (value: (position: Position) => number) =>
    even.reduce((sum, position) => sum + value(position), 0) / even.length
  const [left, top] = [mean(({ x }) => x), mean(({ y }) => y)]
  const xx = mean(({ x }) => (x - left) ** 2)
  const xy = mean(({ x, y }) => (x - left) * (y - top))
  const yy = mean(({ y }) => (y - top) ** 2)
  const determinant = xx * yy - xy ** 2
  if (determinant <= leastFlatness * (xx + yy) ** 2) return null
  // The root of a symmetric matrix of two rows, by Cayley and Hamilton: (M + sI) / t.
  const s = Math.sqrt(determinant)
  const t = Math.sqrt(xx + yy + 2 * s)
  return way.map(({ x, y }) => ({
    x: ((yy + s) * (x - left) - xy * (y - top)) / (s * t),
    y: ((xx + s) * (y - top) - xy * (x - left)) / (s * t),
  }))
}

function isSimple({ width, height, inkLength }: Shape): boolean {
  return inkLength <= fairPlayLimits.simpleInk * Math.sqrt(width ** 2 + height ** 2)
}

/** Points evenly apart on the way through all points, the jumps between strokes included. */
function spread(points: readonly Position[], pointCount: number): Position[] {
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
    const [from, to] = [points[index - 1] as Position, points[index] as Position]
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

/**
 * How far two outlines are from each other on the mean when one is turned, leant and stretched to lie on the other, in deviations;
 * null when they cannot be laid on each other.
 */
export function affineDistance(one: Outline, other: Outline): number | null {
  if (one.strokes !== other.strokes || !one.whitened || !other.whitened) return null
  const pairs = one.whitened.map((point, index) => [point, other.whitened?.[index] as Position] as const)
  // The rotation with the least squares.
  const along = pairs.reduce((sum, [a, b]) => sum + a.x * b.x + a.y * b.y, 0)
  const across = pairs.reduce((sum, [a, b]) => sum + a.y * b.x - a.x * b.y, 0)
  const length = Math.sqrt(along ** 2 + across ** 2) || 1
  const [cos, sin] = [along / length, across / length]
  const turned = ({ x, y }: Position) => ({ x: cos * x - sin * y, y: sin * x + cos * y })
  return pairs.reduce((sum, [a, b]) => sum + distance(a, turned(b)), 0) / pairs.length
}

/** [F3] Whether one was copied from the other: with a little trembling at most, or turned, leant or stretched with hardly any. */
export function isCopy(one: Outline, other: Outline): boolean {
  return (
    (outlineDistance(one, other) ?? 1) < fairPlayLimits.copyDistance ||
    (affineDistance(one, other) ?? 1) < fairPlayLimits.affineCopyDistance
  )
}

function distance(one: Position, other: Position): number {
  return Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)
}
