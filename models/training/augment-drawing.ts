import { type Position, type Raster, rasterise } from '#game/drawing/rasterise'
import type { Chance } from './chance'
import { randomWarp } from './warp'

export type Strokes = readonly (readonly Position[])[]

/** Moves a drawing's middle to 0 and scales its longer side to 1. */
export function toUnit(strokes: Strokes): Strokes {
  const points = strokes.flat()
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const span = Math.max(maxX - minX, maxY - minY) || 1
  const midX = (minX + maxX) / 2
  const midY = (minY + maxY) / 2
  return strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: (x - midX) / span, y: (y - midY) / span })))
}

/**
 * The raster of a drawing as another hand and another device might have made it: pens, fingers and mice differ in slant,
 * steadiness, sampling rate and width, and a lift comes a little sooner or later.
 *
 * @param strokes in units of {@link toUnit}, with at least one point
 * @param strength of the warp: 1 for what is seen between writers
 */
export function augmentDrawing(strokes: Strokes, chance: Chance, strength: number): Raster {
  if (chance.happens(0.1)) return rastered(strokes, 2.2)
  const warp = randomWarp(chance, strength * chance.between(0.4, 1.3))
  const shake = chance.happens(0.35) ? chance.between(0, 0.012) : 0
  const every = chance.happens(0.3) ? 1 + chance.below(4) : 1
  const drift = strokes.length > 1 ? 0.025 : 0
  const changed = strokes.map((stroke) => {
    const offX = chance.normal(drift)
    const offY = chance.normal(drift)
    const kept = chance.happens(0.15) ? Math.ceil(stroke.length * chance.between(0.92, 1)) : stroke.length
    return stroke
      .slice(0, Math.max(1, kept))
      .filter((_, index, { length }) => index % every === 0 || index === length - 1)
      .map((point) => {
        const [x, y] = warp(point.x, point.y)
        return { x: x + offX + chance.normal(shake), y: y + offY + chance.normal(shake) }
      })
  })
  return rastered(changed, chance.happens(0.6) ? chance.between(1.7, 2.9) : 2.2)
}

function rastered(strokes: Strokes, penPx: number): Raster {
  const raster = rasterise(strokes, { penPx })
  if (raster === null) throw new RangeError('a drawing without a point has no raster')
  return raster
}
