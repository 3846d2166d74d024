'use client'

import { Check, Flag } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { inkColour } from '../../ink/palette'
import { classes } from '../../kit/classes'
import { canvasProgress } from '../room-client/canvas-progress'
import type { RoomState } from '../room-client/room-state'
import { digitOf } from '../room-client/select-canvases'
import { usePainted } from '../room-client/use-room'

type MeterProps = {
  /** Index of the canvas. */
  canvas: number
  /** Index into the palette, of the player; a lock has a colour of its own. */
  colour: number
  isLarge?: boolean
  isThin?: boolean
}

/**
 * How far a drawing has come [S14], painted as ink and guesses arrive: full at the lock. Large ones also say how sure the judge is of
 * the prompt, which is what locks and points depend on.
 */
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
      if (!meterRef.current || !trackRef.current || !fillRef.current || !live) return
      if (live.prompt === null && !live.sum) return
      const progress = canvasProgress(live)
      const thousandths = live.guess?.thousandths[digitOf(live)] ?? 0
      meterRef.current.value = Math.floor(100 * progress)
      meterRef.current.ariaLabel = live.sum ? t('meterAnswer') : t('meter', { digit: String(live.prompt) })
      trackRef.current.dataset.locked = String(live.lock !== null)
      fillRef.current.style.transform = `scaleX(${progress})`
      if (percentRef.current) percentRef.current.textContent = shareOf(Math.floor(thousandths / 10))
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
          <>
            <Flag className="absolute end-2 top-1.75 size-4 text-ink group-data-[locked=true]:hidden" />
            <Check className="absolute end-2 top-1.5 hidden size-4.5 text-card group-data-[locked=true]:block" />
          </>
        )}
      </div>
      {isLarge && (
        <p aria-hidden="true" className="grid w-[3.25em] shrink-0 justify-items-end leading-none">
          <span ref={percentRef} className="figures whitespace-nowrap font-extrabold text-lg leading-none">
            {shareOf(0)}
          </span>
          <span className="text-muted text-sm">{t('sure')}</span>
        </p>
      )}
    </div>
  )
}
