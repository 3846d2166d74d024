'use client'

import { useRef } from 'react'
import type { InkOp } from '#game/drawing/ink'
import { paintDone, paintLive } from './paint'
import type { Sheet } from './sheet'
import { usePen } from './use-pen'
import { type SheetSource, useSheetCanvas } from './use-sheet-canvas'

type DrawingPadProps = {
  source: SheetSource
  ink: number
  label: string
  isDrawable: boolean
  toRoundMs: (timeStamp: number) => number
  onInk: (ops: readonly InkOp[]) => void
  className?: string
}

const layer = 'pointer-events-none absolute inset-0 size-full'
const doneOf = ({ strokes, isPenDown }: Sheet) => (isPenDown ? strokes.at(-2) : strokes.at(-1))
const liveOf = ({ strokes, isPenDown }: Sheet) => (isPenDown ? strokes.at(-1) : null)

/** The square a player draws on. */
export function DrawingPad({
  source,
  ink,
  label,
  isDrawable,
  toRoundMs,
  onInk,
  className = '',
}: DrawingPadProps) {
  const padRef = useRef<HTMLDivElement>(null)
  const doneRef = useSheetCanvas(source, ink, paintDone, doneOf)
  const liveRef = useSheetCanvas(source, ink, paintLive, liveOf)
  usePen(padRef, { isDrawable, toRoundMs, onInk })
  return (
    <div
      ref={padRef}
      role="img"
      aria-label={label}
      data-drawable={isDrawable}
      className={`relative aspect-square select-none data-[drawable=true]:cursor-crosshair data-[drawable=true]:touch-none ${className}`}
    >
      <canvas ref={doneRef} className={layer} />
      <canvas ref={liveRef} className={layer} />
    </div>
  )
}
