'use client'

import { PenLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type CSSProperties, useId } from 'react'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import { KeyboardMark } from '../../kit/keyboard-mark'
import type { TileShape } from '../fit/fit-grid'
import { useCanvasSeats, useCanvasStrokes, useHandColours, useIsCovered } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'
import { Cover } from './cover'
import { LockFlash } from './lock-flash'
import { LockStamp } from './lock-stamp'
import { Meter } from './meter'
import { HasLeft, SeatName } from './seat-name'
import { SecretPicture, useIsSecret } from './secret-picture'
import { Tile } from './tile'

const nameHeight = 1.9

/** Large ones say how sure the judge is; else there is a bar. @param seats most on one canvas */
export function liveShapes(seats: number): TileShape[] {
  const names = seats * nameHeight
  return [
    { below: names + 2.6, least: 12 },
    { below: names + 1.1, least: 5 },
  ]
}

/** A canvas as it is drawn on, and how far it has come. */
export function LiveTile({
  canvas,
  picture,
  place,
  isLarge,
}: {
  canvas: number
  picture: number
  place: CSSProperties
  isLarge: boolean
}) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const source = useCanvasStrokes(canvas)
  const colours = useHandColours(canvas)
  const names = useId()
  const seats = useCanvasSeats(canvas)
  const pen = useRoom(({ canvases }) => canvases[canvas]?.pen)
  const prompt = useRoom(({ canvases }) => canvases[canvas]?.prompt)
  const drawing = useRoom(({ canvases }) => canvases[canvas]?.drawing)
  const isCovered = useIsCovered(canvas)
  const points = useRoom(({ canvases }) => canvases[canvas]?.points ?? 0)
  const isLocked = useRoom(({ canvases }) => Boolean(canvases[canvas]?.lock))
  const isByKeyboard = useRoom(({ canvases }) => canvases[canvas]?.isByKeyboard ?? false)
  const isSequence = useRoom(
    ({ phase }) => phase !== null && 'mode' in phase && phase.mode !== 'race' && phase.mode !== 'fool',
  )
  const isSecret = useIsSecret()
  const holder = seats.find((seat) => seat.id === pen) ?? seats[0]
  const ink = holder?.colour ?? 0
  const name = seats.map((seat) => seat.name).join(', ')
  return (
    <Tile
      isLocked={isLocked}
      picture={picture}
      place={place}
      foot={
        <>
          <div className="flex min-w-0 items-center gap-2 text-lg">
            <span id={names} className="grid min-w-0 flex-1 grid-cols-1">
              {seats.length === 0 && <HasLeft />}
              {seats.map((seat) => (
                <span key={seat.id} className="flex h-7.5 min-w-0 items-center gap-1">
                  <SeatName name={seat.name} colour={seat.colour} />
                  {seats.length > 1 && seat.id === pen && (
                    <PenLine aria-hidden="true" className="size-4 shrink-0 text-accent" />
                  )}
                </span>
              ))}
            </span>
            {isByKeyboard && <KeyboardMark />}
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2">
            {!isSecret && <Meter key={drawing} canvas={canvas} of={names} colour={ink} isLarge={isLarge} />}
            {/* A 0 alone would be read as a prompt. */}
            {isSequence && points > 0 && (
              <span className="figures font-extrabold text-base leading-none">{format.number(points)}</span>
            )}
          </div>
        </>
      }
    >
      {isSecret ? (
        <SecretPicture canvas={canvas} className="absolute inset-0" />
      ) : isCovered ? (
        <Cover label={t('padOf', { name })} className="absolute inset-0" />
      ) : (
        <StrokePicture
          source={source}
          colour={colours}
          label={t('padOf', { name })}
          className="absolute inset-0"
        />
      )}
      {isSequence && prompt != null && (
        <span className="figures absolute start-[4cqi] top-[4cqi] grid min-w-[14cqi] place-items-center rounded-[3cqi] bg-accent p-[2cqi] font-extrabold text-[12cqi] text-on-accent leading-none">
          {prompt}
        </span>
      )}
      <LockFlash canvas={canvas} />
      <LockStamp canvas={canvas} size={isLarge ? 'medium' : 'small'} />
    </Tile>
  )
}
