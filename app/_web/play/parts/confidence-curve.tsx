'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { decodeInk } from '#game/drawing/ink-codec'
import type { DrawingResult } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { inkColour } from '../../ink/palette'

const width = 100
const height = 34

/** How sure the judge was of the prompt, guess by guess, from the prompt to the end of the round's longest drawing. */
export function ConfidenceCurve({
  result,
  colour,
  spanMs,
}: {
  result: DrawingResult
  colour: number
  spanMs: number
}) {
  const words = useTranslations('room.reveal')
  const format = useFormatter()
  const { guesses, lock } = result
  const curve = useMemo(() => curveOf(result, spanMs), [result, spanMs])
  const best = Math.max(0, ...guesses.map(({ promptThousandths }) => promptThousandths))
  const lockX = lock && (lock.atMs / spanMs) * width
  const thresholdY = height - (settings.lockThousandths / 1000) * height
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words('curve', {
        percent: format.number(Math.floor(best / 10) / 100, { style: 'percent' }),
      })}
      preserveAspectRatio="none"
      className="h-9 w-full overflow-visible"
    >
      <path
        d={`M0 ${thresholdY}H${width}`}
        className="stroke-edge"
        strokeDasharray="1.5 2.5"
        vectorEffect="non-scaling-stroke"
      />
      <path d={`${curve}V${height}H0Z`} fill={inkColour(colour)} opacity="0.14" />
      <path
        d={curve}
        fill="none"
        stroke={inkColour(colour)}
        strokeWidth="2"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      {lockX !== null && (
        <path
          d={`M${lockX} 0V${height}`}
          className="stroke-good"
          strokeWidth="2.5"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  )
}

function curveOf({ ink, guesses, promptAtMs }: DrawingResult, spanMs: number): string {
  const ops = decodeInk(ink)
  const steps = guesses.map(({ opCount, promptThousandths }) => {
    const atMs = (ops[opCount - 1]?.atMs ?? promptAtMs) - promptAtMs
    const x = Math.min(width, Math.max(0, (atMs / spanMs) * width))
    return `H${x.toFixed(1)}V${(height - (promptThousandths / 1000) * height).toFixed(1)}`
  })
  return `M0 ${height}${steps.join('')}H${width}`
}
