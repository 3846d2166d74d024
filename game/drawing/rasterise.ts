export const rasterSize = 28

/** 784 grey levels 0..255, row by row, ink bright: the picture the network sees. */
export type Raster = Uint8Array

export type Position = { readonly x: number; readonly y: number }

const boxPx = 20
/** Where MNIST's pictures have their centre of mass, counted from the middle of the first pixel. */
const centre = 14
/** Below a quarter of a pixel nothing can be seen, so points nearer than this to the last one kept are left out. */
const seenPx = 0.25
/** More segments than this cover the whole box; a longer drawing is thinned evenly, which bounds the time. */
const mostSegments = 4096

/**
 * Prepares a drawing the way MNIST was prepared: the ink fitted into 20x20 pixels with its aspect kept, drawn with a round
 * anti-aliased pen, its centre of mass moved to the middle of 28x28. Only `+ - * /`, sqrt, min, max and floor are used, which
 * IEEE 754 defines to the last bit: every engine gives the same raster.
 *
 * @param strokes from pen down to pen up each, in any unit, y pointing down
 * @param penPx width of the pen in pixels of the raster; the judge always uses the default
 * @returns null when there is no point at all; a dot when all points are one
 * @throws RangeError naming the first coordinate that is not a finite number
 */
export function rasterise(strokes: readonly (readonly Position[])[], { penPx = 2.2 } = {}): Raster | null {
  const box = boxAround(strokes)
  if (box === null) return null
  const segments = segmentsOf(strokes, box, boxPx - penPx)
  const { dx, dy } = towardsCentre(paint(segments, penPx, { dx: 0, dy: 0 }, uncentred))
  return paint(segments, penPx, { dx, dy }, new Uint8Array(pixels))
}

/** The middle of a drawing, and half of its longer side. */
type Box = { readonly midX: number; readonly midY: number; readonly halfSpan: number }

/**
 * @returns null when there is no point at all
 * @throws RangeError naming the first coordinate that is not a finite number
 */
export function boxAround(strokes: readonly (readonly Position[])[]): Box | null {
  let minX = Infinity
  let maxX = -Infinity
  let minY = Infinity
  let maxY = -Infinity
  strokes.forEach((stroke, strokeIndex) => {
    stroke.forEach(({ x, y }, pointIndex) => {
      if (!Number.isFinite(x)) throw new RangeError(`stroke ${strokeIndex}, point ${pointIndex}: x is ${x}`)
      if (!Number.isFinite(y)) throw new RangeError(`stroke ${strokeIndex}, point ${pointIndex}: y is ${y}`)
      minX = Math.min(minX, x)
      maxX = Math.max(maxX, x)
      minY = Math.min(minY, y)
      maxY = Math.max(maxY, y)
    })
  })
  if (minX === Infinity) return null
  // Halved before they are subtracted, because the distance between two huge numbers can overflow.
  const halfSpan = Math.max(maxX / 2 - minX / 2, maxY / 2 - minY / 2)
  return { midX: minX / 2 + maxX / 2, midY: minY / 2 + maxY / 2, halfSpan }
}

/** Four numbers a segment, ax ay bx by, in pixels with the box's middle at the raster's. A lone point is a segment of no length. */
function segmentsOf(
  strokes: readonly (readonly Position[])[],
  { midX, midY, halfSpan }: Box,
  side: number,
): Float64Array {
  const scale = side / 2 / halfSpan
  const fit = Number.isFinite(scale) ? scale : 0
  const kept: number[] = []
  for (const stroke of strokes) {
    let fromX = 0
    let fromY = 0
    stroke.forEach((point, index) => {
      const x = centre + (point.x - midX) * fit
      const y = centre + (point.y - midY) * fit
      if (index > 0) {
        const isNear = (x - fromX) * (x - fromX) + (y - fromY) * (y - fromY) < seenPx * seenPx
        if (isNear && index < stroke.length - 1) return
        kept.push(fromX, fromY, x, y)
      } else if (stroke.length === 1) kept.push(x, y, x, y)
      fromX = x
      fromY = y
    })
  }
  return thin(kept)
}

function thin(segments: number[]): Float64Array {
  const count = segments.length / 4
  if (count <= mostSegments) return new Float64Array(segments)
  const thinned = new Float64Array(mostSegments * 4)
  for (let index = 0; index < mostSegments; index++) {
    const from = Math.floor((index * count) / mostSegments) * 4
    for (let part = 0; part < 4; part++) thinned[index * 4 + part] = segments[from + part] ?? 0
  }
  return thinned
}

const pixels = rasterSize * rasterSize
/** Of one drawing at a time, because to make them anew costs as much as to paint: squares of the distances to the nearest ink, and a first try. */
const nearest = new Float64Array(pixels)
const uncentred = new Uint8Array(pixels)

/** @returns `raster`, painted over */
function paint(segments: Float64Array, penPx: number, { dx, dy }: Step, raster: Raster): Raster {
  const reach = penPx / 2 + 0.5
  const farthest = reach * reach
  nearest.fill(farthest)
  for (let at = 0; at < segments.length; at += 4) {
    const ax = (segments[at] ?? 0) + dx
    const ay = (segments[at + 1] ?? 0) + dy
    const alongX = (segments[at + 2] ?? 0) + dx - ax
    const alongY = (segments[at + 3] ?? 0) + dy - ay
    const lengthSquared = alongX * alongX + alongY * alongY
    const perLength = lengthSquared > 0 ? 1 / lengthSquared : 0
    const firstRow = Math.max(0, Math.floor(Math.min(ay, ay + alongY) - reach) + 1)
    const lastRow = Math.min(rasterSize - 1, Math.floor(Math.max(ay, ay + alongY) + reach))
    const firstColumn = Math.max(0, Math.floor(Math.min(ax, ax + alongX) - reach) + 1)
    const lastColumn = Math.min(rasterSize - 1, Math.floor(Math.max(ax, ax + alongX) + reach))
    for (let row = firstRow; row <= lastRow; row++) {
      const fromY = row - ay
      const fromYAlong = fromY * alongY
      for (let column = firstColumn; column <= lastColumn; column++) {
        const fromX = column - ax
        const along = (fromX * alongX + fromYAlong) * perLength
        const share = Math.max(0, Math.min(1, along))
        const nearX = fromX - share * alongX
        const nearY = fromY - share * alongY
        const distanceSquared = nearX * nearX + nearY * nearY
        const pixel = row * rasterSize + column
        if (distanceSquared < (nearest[pixel] ?? 0)) nearest[pixel] = distanceSquared
      }
    }
  }
  for (let pixel = 0; pixel < pixels; pixel++) {
    const distanceSquared = nearest[pixel] ?? 0
    raster[pixel] =
      distanceSquared < farthest ? Math.floor(255 * Math.min(1, reach - Math.sqrt(distanceSquared)) + 0.5) : 0
  }
  return raster
}

type Step = { readonly dx: number; readonly dy: number }

/** The step to the middle, at most what keeps the box's corners inside the raster. */
function towardsCentre(ink: Raster): Step {
  let mass = 0
  let massX = 0
  let massY = 0
  for (let row = 0; row < rasterSize; row++) {
    for (let column = 0; column < rasterSize; column++) {
      const level = ink[row * rasterSize + column] ?? 0
      mass += level
      massX += level * column
      massY += level * row
    }
  }
  const most = (rasterSize - boxPx) / 2
  const within = (step: number) => Math.max(-most, Math.min(most, step))
  return { dx: within(centre - massX / mass), dy: within(centre - massY / mass) }
}
