import { pathChannels, pathPoints, type Shown } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import type { Classification, Judge } from './judge'

const pixels = rasterSize * rasterSize
const pathLength = pathPoints * pathChannels

/** Asks both networks about drawings, in one batch. @returns an answer for each, in their order */
export function classifyShown(judge: Pick<Judge, 'classify'>, shown: readonly Shown[]): Classification[] {
  const rasters = new Uint8Array(shown.length * pixels)
  const paths = new Float32Array(shown.length * pathLength)
  for (const [index, { raster, path }] of shown.entries()) {
    rasters.set(raster, index * pixels)
    paths.set(path, index * pathLength)
  }
  return judge.classify(rasters, paths)
}
