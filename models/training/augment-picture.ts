import { type Raster, rasterSize } from '#game/drawing/rasterise'
import type { Chance } from './chance'
import { randomWarp } from './warp'

const unitPx = 20
const middle = 14

/**
 * A raster as another hand might have drawn it: warped, moved by less than a pixel or two, its strokes fatter or finer.
 *
 * @param strength of the warp: 1 for what is seen between writers
 */
export function augmentPicture(raster: Raster, chance: Chance, strength: number): Raster {
  if (chance.happens(0.1)) return raster
  const warp = randomWarp(chance, strength * chance.between(0.3, 1.1))
  const zoom = Math.exp(chance.normal(0.06))
  const moveX = middle + chance.normal(0.6)
  const moveY = middle + chance.normal(0.6)
  const fatness = chance.happens(0.5) ? Math.exp(chance.normal(0.3)) : 1
  const changed = new Uint8Array(rasterSize * rasterSize)
  for (let row = 0; row < rasterSize; row++) {
    for (let column = 0; column < rasterSize; column++) {
      const [x, y] = warp((column - moveX) / unitPx, (row - moveY) / unitPx)
      const level = levelAt(raster, middle + x * zoom * unitPx, middle + y * zoom * unitPx)
      const isBlank = level === 0 || fatness === 1
      changed[row * rasterSize + column] = isBlank ? level : 255 * (level / 255) ** fatness
    }
  }
  return changed
}

/** Between pixels the four neighbours are blended; outside there is no ink. */
function levelAt(raster: Raster, x: number, y: number): number {
  const column = Math.floor(x)
  const row = Math.floor(y)
  if (column < 0 || row < 0 || column >= rasterSize - 1 || row >= rasterSize - 1) return 0
  const rightward = x - column
  const downward = y - row
  const corner = row * rasterSize + column
  const above = (raster[corner] ?? 0) * (1 - rightward) + (raster[corner + 1] ?? 0) * rightward
  const belowLeft = raster[corner + rasterSize] ?? 0
  const below = belowLeft * (1 - rightward) + (raster[corner + rasterSize + 1] ?? 0) * rightward
  return above * (1 - downward) + below * downward
}
