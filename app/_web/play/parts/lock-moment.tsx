'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type CSSProperties, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import { stillStrokes } from '../../ink/canvas/use-stroke-canvas'
import type { LockedDrawing } from '../room-client/room-state'
import { useRoom } from '../room-client/use-room'

/** The moment is over, also for those who read it instead of seeing it fly. */
const momentMs = 1_400

type Moment = { readonly number: number; readonly locked: LockedDrawing; readonly style: CSSProperties }

/**
 * What a lock looks like: the drawing stands still, is stamped, and goes to the strip; its points fly to the score. All of it lies
 * above the pad and takes no pointer, so the next digit can be drawn underneath.
 */
export function LockMoment({
  padRef,
  colours,
}: {
  padRef: RefObject<HTMLElement | null>
  colours: readonly number[]
}) {
  const lockedDrawings = useRoom((state) => state.lockedDrawings)
  const seen = useRef(lockedDrawings.length)
  const [moment, setMoment] = useState<Moment | null>(null)
  useEffect(() => {
    const locked = lockedDrawings.at(-1)
    const isNew = lockedDrawings.length > seen.current
    seen.current = lockedDrawings.length
    const pad = padRef.current?.querySelector('canvas')
    if (!isNew || !locked || !pad) return
    setMoment({ number: lockedDrawings.length, locked, style: flightFrom(pad) })
    const timer = setTimeout(() => setMoment(null), momentMs)
    return () => clearTimeout(timer)
  }, [lockedDrawings, padRef])
  return moment && <Flight key={moment.number} colours={colours} {...moment} />
}

/** Measured once, when it begins: from there on all is transforms. */
function flightFrom(pad: Element): CSSProperties {
  const { left, top, width, height } = pad.getBoundingClientRect()
  const boxOf = (name: string) => document.querySelector(`[data-fly="${name}"]`)?.getBoundingClientRect()
  const [strip, score] = [boxOf('strip'), boxOf('score')]
  const side = strip?.height ?? 0
  const isRightToLeft = document.dir === 'rtl'
  const stripLeft = strip ? (isRightToLeft ? strip.left : strip.right - side) : left
  const style = {
    ...{ left, top, width, height },
    '--strip-x': `${stripLeft - left}px`,
    '--strip-y': `${(strip?.top ?? top) - top}px`,
    '--strip-scale': side / width,
    '--score-x': `${score ? score.left + score.width / 2 - left - width / 2 : 0}px`,
    '--score-y': `${score ? score.top + score.height / 2 - top : 0}px`,
  }
  return style as CSSProperties
}

function Flight({ locked, style, colours }: Moment & { colours: readonly number[] }) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const source = useMemo(() => stillStrokes(locked.strokeState), [locked])
  // In a race the drawing stays on the pad, with its stamp, and a copy goes.
  const isSequence = useRoom(({ phase }) => phase !== null && 'mode' in phase && phase.mode !== 'race')
  const seconds = format.number(locked.lockMs / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <div aria-hidden="true" className="pointer-events-none fixed z-20" style={style}>
      <div
        data-copy={!isSequence}
        className="lock-still absolute inset-0 rounded-2xl border-4 border-good bg-card"
      >
        <StrokePicture source={source} colour={colours} label="" className="absolute inset-0" />
        {isSequence && (
          <p className="lock-stamp absolute end-4 bottom-4 rounded-2xl border-5 border-good bg-card/85 px-4 py-2 text-center font-display font-extrabold text-3xl text-good leading-tight">
            <span className="block uppercase tracking-wide">{t('locked')}</span>
            <span className="figures block text-xl">{t('lockTime', { seconds })}</span>
          </p>
        )}
      </div>
      <p className="lock-points figures absolute start-0 top-0 w-full text-center font-extrabold text-4xl text-good leading-none">
        <span className="rounded-full border-2 border-good bg-card px-4 py-1">
          {t('gained', { points: locked.points })}
        </span>
      </p>
    </div>
  )
}
