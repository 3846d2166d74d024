'use client'

import { PenLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { StrokePicture } from '../../../ink/canvas/stroke-picture'
import { KeyboardMark } from '../../../kit/keyboard-mark'
import { LockStamp } from '../../parts/lock-stamp'
import { Meter } from '../../parts/meter'
import { SeatName } from '../../parts/seat-name'
import { useCanvasSeats, useCanvasStrokes } from '../../room-client/use-canvases'
import { useRoom } from '../../room-client/use-room'
import { Tile } from './tile'

/** A canvas as it is drawn on, and how sure the judge is of it. */
export function LiveTile({ canvas, isSequence }: { canvas: number; isSequence: boolean }) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const source = useCanvasStrokes(canvas)
  const seats = useCanvasSeats(canvas)
  const pen = useRoom(({ canvases }) => canvases[canvas]?.pen)
  const prompt = useRoom(({ canvases }) => canvases[canvas]?.prompt)
  const points = useRoom(({ canvases }) => canvases[canvas]?.points ?? 0)
  const isLocked = useRoom(({ canvases }) => Boolean(canvases[canvas]?.lock))
  const isByKeyboard = useRoom(({ canvases }) => canvases[canvas]?.isByKeyboard ?? false)
  const holder = seats.find((seat) => seat.id === pen) ?? seats[0]
  const colour = holder?.colour ?? 0
  const name = seats.map((seat) => seat.name).join(', ')
  return (
    <Tile
      isLocked={isLocked}
      foot={
        <>
          <div className="flex items-center justify-between gap-3 text-2xl leading-tight">
            <span className="flex min-w-0 gap-3">
              {seats.map((seat) => (
                <span key={seat.id} className="inline-flex min-w-0 items-center gap-1">
                  <SeatName name={seat.name} colour={seat.colour} />
                  {seats.length > 1 && seat.id === pen && (
                    <PenLine aria-hidden="true" className="size-6 shrink-0 text-accent" />
                  )}
                </span>
              ))}
              {isByKeyboard && <KeyboardMark />}
            </span>
            {isSequence && <span className="figures font-extrabold">{format.number(points)}</span>}
          </div>
          <Meter key={prompt} canvas={canvas} colour={colour} isLarge />
        </>
      }
    >
      <StrokePicture
        source={source}
        colour={colour}
        label={t('padOf', { name })}
        className="absolute inset-0"
      />
      {isSequence && prompt !== undefined && (
        <span className="figures absolute start-3 top-3 grid min-w-14 place-items-center rounded-2xl bg-accent px-3 py-2 font-extrabold text-5xl text-on-accent leading-none">
          {prompt}
        </span>
      )}
      <LockStamp canvas={canvas} size="medium" />
    </Tile>
  )
}
