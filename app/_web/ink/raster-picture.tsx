'use client'

import { useEffect, useRef } from 'react'
import { type Raster, rasterSize } from '#game/drawing/rasterise'
import { classes } from '../kit/classes'

type RasterPictureProps = {
  /** Null where nothing was drawn. */
  raster: Raster | null
  label: string
  className?: string
}

/** The picture that the network sees, white on black as it does. */
export function RasterPicture({ raster, label, className }: RasterPictureProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvasRef.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(rasterSize, rasterSize)
    for (let pixel = 0; pixel < rasterSize * rasterSize; pixel++) {
      image.data.fill(raster?.[pixel] ?? 0, pixel * 4, pixel * 4 + 3)
      image.data[pixel * 4 + 3] = 255
    }
    context.putImageData(image, 0, 0)
  }, [raster])
  return (
    <canvas
      ref={canvasRef}
      width={rasterSize}
      height={rasterSize}
      role="img"
      aria-label={label}
      className={classes('aspect-square bg-black [image-rendering:pixelated]', className)}
    />
  )
}
