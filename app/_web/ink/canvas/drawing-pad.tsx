'use client'

import { type ReactNode, useRef } from 'react'
import type { InkOp } from '#game/drawing/ink'
import { paintFirst } from './animation-frame'
import { paintDone, paintLive } from './paint'
import type { StrokeState } from './stroke-state'
import { usePen } from './use-pen'
import { type StrokeSource, useStrokeCanvas } from './use-stroke-canvas'

type DrawingPadProps = {
  source: StrokeSource
  /** What is painted, where that is not all of it. */
  shown?: StrokeSource
  /** Index into the palette; several by player where several share the pad. */
  colour: number | readonly number[]
  label: string
  /** Which drawing it is; with another a stroke that is down ends. */
  drawing: number
  isDrawable: boolean
  toRoundMs: (timeStamp: number) => number
  onInk: (ops: readonly InkOp[]) => void
  /** Stands on the paper until somebody draws. */
  hint?: string | undefined
  className?: string
  /** Lies on the paper; must let pointers through. */
  children?: ReactNode
}

const layer = 'pointer-events-none absolute inset-0 size-full'
const doneOf = ({ strokes, isPenDown }: StrokeState) => (isPenDown ? strokes.at(-2) : strokes.at(-1))
const liveOf = ({ strokes, isPenDown }: StrokeState) => (isPenDown ? strokes.at(-1) : null)

/**
 * The square a player draws on. Around it lies a zone of 24 px in which a stroke may begin; it takes no room. What is to be
 * clicked there has to be positioned, and comes after the pad or has a z-index.
 */
export function DrawingPad(props: DrawingPadProps) {
  const { source, shown = source, colour, label, isDrawable, hint, className = '', children } = props
  const zoneRef = useRef<HTMLDivElement>(null)
  const padRef = useRef<HTMLDivElement>(null)
  const doneRef = useStrokeCanvas(shown, colour, paintDone, doneOf, paintFirst)
  const liveRef = useStrokeCanvas(shown, colour, paintLive, liveOf, paintFirst)
  usePen(zoneRef, padRef, { ...props, isStrokeDown: () => source.read().isPenDown })
  return (
    <div ref={zoneRef} className="-m-6 touch-none select-none p-6 [-webkit-touch-callout:none]">
      <div
        className={`relative overflow-hidden rounded-3xl border-2 bg-card shadow-sheet transition-colors duration-200 ${className}`}
      >
        <div aria-hidden="true" className="squared absolute inset-0 opacity-55 [--square:12.5%]" />
        {hint && (
          <p
            aria-hidden="true"
            className="pointer-events-none absolute inset-0 grid animate-rise place-items-center text-balance p-4 text-center font-display font-semibold text-2xl text-muted"
          >
            {hint}
          </p>
        )}
        <div
          ref={padRef}
          role="img"
          aria-label={label}
          data-drawable={isDrawable}
          className="relative aspect-square data-[drawable=true]:cursor-crosshair"
        >
          <canvas ref={doneRef} className={layer} />
          <canvas ref={liveRef} className={layer} />
        </div>
        {children}
      </div>
    </div>
  )
}
