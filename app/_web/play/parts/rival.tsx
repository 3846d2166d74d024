'use client'

import { PenLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import { classes } from '../../kit/classes'
import { KeyboardMark } from '../../kit/keyboard-mark'
import { useCanvasSeats, useCanvasStrokes } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'
import { LockStamp } from './lock-stamp'
import { Meter } from './meter'
import { SeatName } from './seat-name'

type RivalProps = { canvas: number; className?: string }

/** Somebody else's canvas, as it is drawn. */
export function Rival({ canvas, className }: RivalProps) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const source = useCanvasStrokes(canvas)
  const seats = useCanvasSeats(canvas)
  const pen = useRoom(({ canvases }) => canvases[canvas]?.pen)
  const holder = seats.find((seat) => seat.id === pen) ?? seats[0]
  const isLocked = useRoom(({ canvases }) => canvases[canvas]?.lock !== null)
  const prompt = useRoom(({ canvases }) => canvases[canvas]?.prompt)
  const points = useRoom(({ canvases }) => canvases[canvas]?.points ?? 0)
  // In a sequence everybody has another prompt.
  const isSequence = useRoom(({ phase }) => phase !== null && 'mode' in phase && phase.mode !== 'race')
  const isByKeyboard = useRoom(({ canvases }) => canvases[canvas]?.isByKeyboard ?? false)
  const name = seats.map((seat) => seat.name).join(', ')
  return (
    <li className={classes('grid min-w-0 grid-cols-1 content-start gap-1.5', className)}>
      <div
        className={classes(
          'relative overflow-hidden rounded-2xl border-2 bg-card transition-colors duration-200',
          isLocked ? 'border-good' : 'border-line',
        )}
      >
        <StrokePicture source={source} colour={holder?.colour ?? 0} label={t('padOf', { name })} />
        {isSequence && (
          <span
            aria-hidden="true"
            className="figures absolute start-1 top-1 grid min-w-7 place-items-center rounded-lg bg-accent px-1.5 py-1 font-extrabold text-lg text-on-accent leading-none"
          >
            {prompt}
          </span>
        )}
        <LockStamp canvas={canvas} size="small" />
      </div>
      <Meter canvas={canvas} colour={holder?.colour ?? 0} />
      <div className="flex flex-wrap gap-x-2 text-sm leading-tight">
        {seats.map((seat) => (
          <span key={seat.id} className="inline-flex min-w-0 items-center gap-1">
            <SeatName name={seat.name} colour={seat.colour} />
            {seats.length > 1 && seat.id === pen && (
              <PenLine aria-hidden="true" className="size-3.5 text-accent" />
            )}
          </span>
        ))}
        {isByKeyboard && <KeyboardMark />}
        {isSequence && <span className="figures ms-auto font-bold">{format.number(points)}</span>}
      </div>
    </li>
  )
}
