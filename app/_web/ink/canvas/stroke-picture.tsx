'use client'

import { paintStrokes } from './paint'
import { type StrokeSource, useStrokeCanvas } from './use-stroke-canvas'

type StrokePictureProps = {
  source: StrokeSource
  colour: number | readonly number[]
  label: string
  className?: string
}

/** A drawing to look at. */
export function StrokePicture({ source, colour, label, className = '' }: StrokePictureProps) {
  const canvasRef = useStrokeCanvas(source, colour, paintStrokes)
  return (
    <canvas
      ref={canvasRef}
      role="img"
      aria-label={label}
      className={`block aspect-square w-full ${className}`}
    />
  )
}
