'use client'

import { useEffect, useRef } from 'react'
import { rasterSize } from '#game/drawing/rasterise'

const forAnswer = [255, 92, 60] as const
const againstAnswer = [74, 163, 255] as const

type SaliencyPictureProps = {
  /** For each pixel from -1, against the answer, to 1, for it. */
  say: Float32Array
  className?: string
}

/** Which pixels decided, laid over the picture they are from. */
export function SaliencyPicture({ say, className }: SaliencyPictureProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvasRef.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(rasterSize, rasterSize)
    say.forEach((value, pixel) => {
      image.data.set(value > 0 ? forAnswer : againstAnswer, pixel * 4)
      image.data[pixel * 4 + 3] = Math.round(Math.abs(value) ** 0.6 * 255)
    })
    context.putImageData(image, 0, 0)
  }, [say])
  return (
    <canvas
      ref={canvasRef}
      width={rasterSize}
      height={rasterSize}
      className={`[image-rendering:pixelated] ${className ?? ''}`}
    />
  )
}
