import { rasterSize } from '#game/drawing/rasterise'

const pixels = rasterSize * rasterSize

/** Levels 0..1, each block of 2x2 pixels side by side: four channels at half the size convolve faster than one. */
export function toBlocks(rasters: Uint8Array): Float32Array {
  const half = rasterSize / 2
  const blocks = new Float32Array(rasters.length)
  let at = 0
  for (let first = 0; first < rasters.length; first += pixels) {
    for (let row = 0; row < half; row++) {
      for (let column = 0; column < half; column++) {
        const corner = first + row * 2 * rasterSize + column * 2
        blocks[at++] = (rasters[corner] ?? 0) / 255
        blocks[at++] = (rasters[corner + 1] ?? 0) / 255
        blocks[at++] = (rasters[corner + rasterSize] ?? 0) / 255
        blocks[at++] = (rasters[corner + rasterSize + 1] ?? 0) / 255
      }
    }
  }
  return blocks
}
