import { encode } from 'fast-png'
import { rasterSize } from '#game/drawing/rasterise'

/**
 * A raster as a picture that a page can carry: dark ink on a light ground, one pixel for one.
 * @param raster 784 grey levels, base64
 * @returns PNG as a data URI
 */
export function pictureOf(raster: string): string {
  const data = Uint8Array.from(Buffer.from(raster, 'base64'), (level) => 255 - level)
  const png = encode({ width: rasterSize, height: rasterSize, data, channels: 1, depth: 8 })
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}
