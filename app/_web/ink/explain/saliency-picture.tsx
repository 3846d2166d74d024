'use client'

import { useCallback } from 'react'
import { RasterCanvas } from '../raster-canvas'

const forAnswer = [255, 92, 60] as const
const againstAnswer = [74, 163, 255] as const

type SaliencyPictureProps = {
  /** For each pixel from -1, against the answer, to 1, for it. */
  saliency: Float32Array
  className?: string
}

/** Which pixels decided, laid over the picture they are from. */
export function SaliencyPicture({ saliency, className }: SaliencyPictureProps) {
  const paint = useCallback(
    (data: Uint8ClampedArray) =>
      saliency.forEach((value, pixel) => {
        data.set(value > 0 ? forAnswer : againstAnswer, pixel * 4)
        data[pixel * 4 + 3] = Math.round(Math.abs(value) ** 0.6 * 255)
      }),
    [saliency],
  )
  return <RasterCanvas paint={paint} className={className} />
}
