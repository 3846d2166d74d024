'use client'

import { useCallback } from 'react'
import { type Raster, rasterSize } from '#game/drawing/rasterise'
import { classes } from '../kit/classes'
import { RasterCanvas } from './raster-canvas'

type RasterPictureProps = {
  /** Null where nothing was drawn. */
  raster: Raster | null
  label: string
  className?: string
}

/** The picture that the network sees, white on black as it does. */
export function RasterPicture({ raster, label, className }: RasterPictureProps) {
  const paint = useCallback(
    (data: Uint8ClampedArray) => {
      for (let pixel = 0; pixel < rasterSize * rasterSize; pixel++) {
        data.fill(raster?.[pixel] ?? 0, pixel * 4, pixel * 4 + 3)
        data[pixel * 4 + 3] = 255
      }
    },
    [raster],
  )
  return (
    <RasterCanvas
      paint={paint}
      role="img"
      aria-label={label}
      className={classes('aspect-square', className)}
    />
  )
}
