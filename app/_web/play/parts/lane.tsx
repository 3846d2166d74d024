'use client'

import { PenLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type CSSProperties, memo, useId } from 'react'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import { InkShape } from '../../ink/ink-shape'
import { classes } from '../../kit/classes'
import { KeyboardMark } from '../../kit/keyboard-mark'
import type { Lanes } from '../fit/round-layout'
import { useCanvasSeats, useCanvasStrokes, useHandColours, useIsCovered } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'
import { Cover } from './cover'
import { LockFlash } from './lock-flash'
import { LockStamp } from './lock-stamp'
import { Meter } from './meter'
import { HasLeft, SeatName } from './seat-name'
import { SecretPicture, useIsDone, useIsSecret } from './secret-picture'

type LaneProps = { canvas: number; place: CSSProperties } & Pick<Lanes, 'form' | 'picture'>

const forms = {
  tile: 'grid-cols-1 content-start gap-1',
  row: 'h-12 grid-cols-[--spacing(12)_minmax(0,1fr)] gap-2',
  bar: 'h-[calc(2.1*var(--u))] grid-cols-1',
}

/** Somebody else's canvas, as it is drawn: with a picture above or beside the name, or none where there are too many. */
export function Lane({ place, ...shown }: LaneProps) {
  return (
    <li
      className={classes('moves-in-grid relative grid min-w-0 items-center', forms[shown.form])}
      style={place}
    >
      <LaneContent {...shown} />
    </li>
  )
}

/** Stays as it is when only its place is another. */
const LaneContent = memo(function LaneContent({ canvas, form, picture }: Omit<LaneProps, 'place'>) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const names = useId()
  const seats = useCanvasSeats(canvas)
  const pen = useRoom(({ canvases }) => canvases[canvas]?.pen)
  const holder = seats.find((seat) => seat.id === pen) ?? seats[0]
  const points = useRoom(({ canvases }) => canvases[canvas]?.points ?? 0)
  // In a sequence everybody is somewhere else.
  const isSequence = useRoom(
    ({ phase }) => phase !== null && 'mode' in phase && phase.mode !== 'race' && phase.mode !== 'fool',
  )
  const isSecret = useIsSecret()
  const isByKeyboard = useRoom(({ canvases }) => canvases[canvas]?.isByKeyboard ?? false)
  const ink = holder?.colour ?? 0
  return (
    <>
      <LockFlash canvas={canvas} />
      {form !== 'bar' && (
        <LanePicture
          {...{ canvas, isSequence }}
          name={seats.map(({ name }) => name).join(', ')}
          isLarge={form === 'tile'}
          picture={picture}
        />
      )}
      <div className="grid min-w-0 grid-cols-1">
        <div id={names} className="flex h-7 min-w-0 items-center gap-1 text-lg leading-none">
          {holder ? <SeatName name={holder.name} colour={holder.colour} className="flex-1" /> : <HasLeft />}
          {seats.length > 1 && (
            <span className="flex shrink-0 items-center gap-0.5">
              <PenLine aria-label={t('others')} className="size-3 text-accent" />
              {seats.map(
                ({ id, colour }) =>
                  id !== holder?.id && <InkShape key={id} colour={colour} className="size-3" />,
              )}
            </span>
          )}
          {isByKeyboard && <KeyboardMark />}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-1">
          {isSecret ? (
            form === 'bar' && <SecretBar canvas={canvas} />
          ) : (
            <Meter canvas={canvas} of={names} colour={ink} isThin={form === 'bar'} />
          )}
          {isSequence && points > 0 && form !== 'bar' && (
            <span className="figures font-bold text-[length:calc(0.75*var(--u))] leading-none">
              {format.number(points)}
            </span>
          )}
        </div>
      </div>
    </>
  )
})

/** Where there is no picture: a line that is full when they are done. */
function SecretBar({ canvas }: { canvas: number }) {
  const isDone = useIsDone(canvas)
  return (
    <div
      data-done={isDone}
      className="h-1 rounded-full bg-wash forced-color-adjust-none data-[done=true]:bg-good"
    />
  )
}

type LanePictureProps = {
  canvas: number
  isSequence: boolean
  name: string
  isLarge: boolean
  picture: number
}

function LanePicture({ canvas, isSequence, name, isLarge, picture }: LanePictureProps) {
  const t = useTranslations('room.drawing')
  const source = useCanvasStrokes(canvas)
  const colours = useHandColours(canvas)
  const isLocked = useRoom(({ canvases }) => canvases[canvas]?.lock != null)
  const prompt = useRoom(({ canvases }) => canvases[canvas]?.prompt)
  const isSecret = useIsSecret()
  const isCovered = useIsCovered(canvas)
  return (
    <div
      style={{ width: `calc(${picture} * var(--u))` }}
      className={classes(
        'relative mx-auto max-w-full overflow-hidden border-2 bg-card transition-colors duration-200',
        isLarge ? 'rounded-2xl' : 'rounded-xl',
        isLocked ? 'border-good' : 'border-line',
      )}
    >
      {isSecret ? (
        <SecretPicture canvas={canvas} className="aspect-square" />
      ) : isCovered ? (
        <Cover label={t('padOf', { name })} className="aspect-square w-full" />
      ) : (
        <StrokePicture source={source} colour={colours} label={t('padOf', { name })} />
      )}
      {isSequence && prompt != null && (
        <span
          aria-hidden="true"
          className={classes(
            'figures absolute start-0.5 top-0.5 grid place-items-center rounded-lg bg-accent font-extrabold text-on-accent leading-none',
            isLarge ? 'min-w-7 px-1.5 py-1 text-lg' : 'min-w-4 p-0.5 text-sm',
          )}
        >
          {prompt}
        </span>
      )}
      {isLarge && <LockStamp canvas={canvas} size="small" />}
    </div>
  )
}
