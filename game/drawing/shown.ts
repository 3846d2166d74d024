import { penPathOf } from './pen-path'
import { type Position, type Raster, rasterise } from './rasterise'

/** What a judge is shown of a drawing: its picture, and the way the pen went. */
export type Shown = { readonly raster: Raster; readonly path: Float32Array }

/** @returns null when there is no point at all */
export function shownOf(strokes: readonly (readonly Position[])[]): Shown | null {
  const raster = rasterise(strokes)
  const path = penPathOf(strokes)
  return raster && path && { raster, path }
}
