'use client'

import { paintSheet } from './paint'
import { type SheetSource, useSheetCanvas } from './use-sheet-canvas'

type SheetPictureProps = { source: SheetSource; ink: number; label: string; className?: string }

/** A drawing to look at. */
export function SheetPicture({ source, ink, label, className = '' }: SheetPictureProps) {
  const canvasRef = useSheetCanvas(source, ink, paintSheet)
  return (
    <canvas
      ref={canvasRef}
      role="img"
      aria-label={label}
      className={`block aspect-square w-full ${className}`}
    />
  )
}
