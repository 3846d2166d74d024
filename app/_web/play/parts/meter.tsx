'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { settings } from '#game/settings'
import { inkColour } from '../../ink/palette'
import { classes } from '../../kit/classes'
import type { RoomState } from '../room-client/room-state'
import { usePainted } from '../room-client/use-room'

type MeterProps = {
  /** Index of the canvas. */
  canvas: number
  /** Index into the palette, of the player; a lock has a colour of its own. */
  colour: number
  isLarge?: boolean
  isThin?: boolean
}

/** How sure the judge is of the prompt, painted as its guesses arrive, with the mark at which a drawing locks. */
export function Meter({ canvas, colour, isLarge = false, isThin = false }: MeterProps) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const shareOf = (percent: number) => format.number(percent / 100, { style: 'percent' })
  const meterRef = useRef<HTMLMeterElement>(null)
  const trackRef = useRef<HTMLDivElement>(null)
  const fillRef = useRef<HTMLDivElement>(null)
  const percentRef = useRef<HTMLSpanElement>(null)

  usePainted(
    ({ canvases }: RoomState) => canvases[canvas],
    (live) => {
      const thousandths = live?.guess?.thousandths[live.prompt] ?? 0
      const shown = live?.lock ? 1000 : thousandths
      const percent = Math.floor(thousandths / 10)
      if (!meterRef.current || !trackRef.current || !fillRef.current || !live) return
      meterRef.current.value = percent
      meterRef.current.ariaLabel = t('meter', { digit: String(live.prompt) })
      trackRef.current.dataset.locked = String(live.lock !== null)
      fillRef.current.style.transform = `scaleX(${shown / 1000})`
      if (percentRef.current) percentRef.current.textContent = shareOf(percent)
    },
  )

  return (
    <div className="relative flex min-w-0 items-center gap-2">
      <meter ref={meterRef} min={0} max={100} value={0} className="sr-only" />
      <div
        ref={trackRef}
        aria-hidden="true"
        dir="ltr"
        className={classes(
          'group relative flex-1 overflow-hidden rounded-full border border-line bg-wash',
          isLarge ? 'h-8' : isThin ? 'h-1' : 'h-2',
        )}
      >
        <div
          ref={fillRef}
          style={{ color: inkColour(colour), transform: 'scaleX(0)' }}
          className={classes(
            'absolute inset-0 origin-left bg-current group-data-[locked=true]:bg-good',
            // Eight small ones in motion would cost a slow phone its frames.
            isLarge && 'transition-transform duration-90 ease-linear',
          )}
        />
        {isLarge && (
          <div
            className="absolute inset-y-0 w-0.5 bg-ink/70 group-data-[locked=true]:opacity-0"
            style={{ insetInlineStart: `${settings.lockThousandths / 10}%` }}
          />
        )}
      </div>
      {isLarge && (
        <span
          ref={percentRef}
          aria-hidden="true"
          className="figures w-[4.5ch] whitespace-nowrap text-end font-extrabold text-2xl leading-none"
        >
          {shareOf(0)}
        </span>
      )}
    </div>
  )
}
