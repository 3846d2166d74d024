'use client'

import { Check, Flag } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { inkColour } from '../../ink/palette'
import { classes } from '../../kit/classes'
import { canvasProgress } from '../room-client/canvas-progress'
import type { LiveCanvas } from '../room-client/room-state'
import { digitOf } from '../room-client/select-canvases'
import { usePainted } from '../room-client/use-room'

type MeterProps = {
  /** Index of the canvas. */
  canvas: number
  /** Id of what says whose it is, where that is not the player at this screen. */
  of?: string
  /** Index into the palette, of the player; a lock has a colour of its own. */
  colour: number
  isLarge?: boolean
  isThin?: boolean
}

/**
 * How far a drawing has come [S14], painted as ink and guesses arrive, small ones ten times a second: full at the lock. Large ones
 * also say how sure the judge is of the prompt, which is what locks and points depend on.
 */
export function Meter({ canvas, of, colour, isLarge = false, isThin = false }: MeterProps) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const shareOf = (percent: number) => format.number(percent / 100, { style: 'percent' })
  const id = useId()
  const meterRef = useRef<HTMLDivElement>(null)
  const fillRef = useRef<HTMLDivElement>(null)
  const percentRef = useRef<HTMLSpanElement>(null)
  const ofWhatRef = useRef<HTMLSpanElement>(null)

  // In whole percent: what would move by less than a pixel is not painted.
  usePainted(
    ({ canvases }) => progressOf(canvases[canvas]),
    (percent) => {
      if (!meterRef.current || !fillRef.current) return
      meterRef.current.ariaValueNow = String(percent)
      if (isLarge) fillRef.current.style.transform = `scaleX(${percent / 100})`
      else fillRef.current.style.backgroundSize = `${percent}% 100%`
    },
    !isLarge,
  )
  usePainted(
    ({ canvases }) => (isLarge ? surenessOf(canvases[canvas]) : 0),
    (percent) => {
      // The text itself, so that nothing is put into the page anew.
      if (percentRef.current?.firstChild) percentRef.current.firstChild.nodeValue = shareOf(percent)
    },
    !isLarge,
  )
  usePainted(
    ({ canvases }) => canvases[canvas]?.lock != null,
    (isLocked) => meterRef.current?.setAttribute('data-locked', String(isLocked)),
    !isLarge,
  )
  usePainted(
    ({ canvases }) => {
      const live = canvases[canvas]
      return live?.sum || live?.cover ? 'sum' : (live?.prompt ?? null)
    },
    (asked) => {
      if (!meterRef.current) return
      meterRef.current.ariaLabel =
        asked === 'sum' ? t('meterAnswer') : t('meter', { digit: String(asked ?? '') })
      // Beside "it sees a 1", 0 % of what is asked for. The answer to a sum is not told.
      if (ofWhatRef.current?.firstChild)
        ofWhatRef.current.firstChild.nodeValue =
          typeof asked === 'number' ? t('seesDigit', { digit: String(asked) }) : t('sure')
    },
    !isLarge,
  )

  return (
    <div className="relative flex min-w-0 items-center gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> lays itself out anew with each value. */}
      <div
        ref={meterRef}
        id={id}
        role="meter"
        aria-labelledby={of && `${of} ${id}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        dir="ltr"
        className={classes(
          'group relative flex-1 overflow-hidden rounded-full border border-line bg-wash',
          isLarge ? 'h-8' : isThin ? 'h-1' : 'h-2',
        )}
      >
        {/* Eight small ones in motion would cost a slow phone its frames; so would transforms, each change of which sorts all layers anew. */}
        <div
          ref={fillRef}
          style={{
            color: inkColour(colour),
            ...(isLarge ? { transform: 'scaleX(0)' } : { backgroundSize: '0% 100%' }),
          }}
          className={classes(
            'forced-color-adjust-none absolute inset-0',
            isLarge
              ? 'origin-left bg-current transition-transform duration-90 ease-linear will-change-transform group-data-[locked=true]:bg-good'
              : 'bg-[linear-gradient(currentColor,currentColor)] bg-no-repeat group-data-[locked=true]:text-good!',
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
          <span ref={ofWhatRef} className="whitespace-nowrap text-muted text-sm">
            {t('sure')}
          </span>
        </p>
      )}
    </div>
  )
}

/** How far a drawing has come, in percent. */
function progressOf(live: LiveCanvas | undefined): number {
  return live ? Math.floor(100 * canvasProgress(live)) : 0
}

/** How sure the judge is of what is asked for, in percent. */
function surenessOf(live: LiveCanvas | undefined): number {
  const thousandths = live && (live.cover?.promptThousandths ?? live.guess?.thousandths[digitOf(live)])
  return Math.floor((thousandths ?? 0) / 10)
}
