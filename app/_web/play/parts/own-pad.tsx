'use client'

import { ArrowUpFromLine, PenLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InkOp } from '#game/drawing/ink'
import type { Modifier } from '#game/protocol/scalars'
import type { Seat } from '#game/protocol/server-messages'
import { wrongLockCost } from '#game/scoring/score'
import { settings } from '#game/settings'
import { DrawingPad } from '../../ink/canvas/drawing-pad'
import { KeyboardPen } from '../../ink/canvas/keyboard-pen'
import { inkColour } from '../../ink/palette'
import { classes } from '../../kit/classes'
import { FittedText } from '../../kit/fit/fitted-text'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'
import { isStrokeOver, modifyInk } from '../room-client/modify-ink'
import {
  useBlindStrokes,
  useCanvasSeats,
  useCanvasStrokes,
  useHandColours,
  useIsBlank,
} from '../room-client/use-canvases'
import { useHost, useIsPaused, useRoom, useRoomClient } from '../room-client/use-room'
import { DoneButton } from './done-button'
import { EndRound } from './end-round'
import { FoolMeter } from './fool-meter'
import { LockMoment } from './lock-moment'
import { LockStamp } from './lock-stamp'
import { Meter } from './meter'
import { PadTools } from './pad-tools'
import { PassPen } from './pass-pen'
import { useIsDone, useIsSecret } from './secret-picture'
import { ThoughtBubble } from './thought-bubble'
import { useLiftDue } from './use-lift-due'

/** Longer than `lockHoldMs`, so that the lift locks at once. */
const liftDueMs = 350

type OwnPadProps = { canvas: number; startedAt: number; isOpen: boolean; isTimed: boolean }

/** The player's own canvas, or their team's, with the meter everybody watches. */
export function OwnPad({ canvas, startedAt, isOpen, isTimed }: OwnPadProps) {
  const t = useTranslations('room.drawing')
  const client = useRoomClient()
  const { now } = client
  const show = useToast()
  const refusalText = useRefusal()
  const source = useCanvasStrokes(canvas)
  const blind = useBlindStrokes(canvas)
  const modifier = useRoom(({ room }) => room?.settings.modifier ?? 'none')
  const seats = useCanvasSeats(canvas)
  const colours = useHandColours(canvas)
  const pen = useRoom(({ canvases }) => canvases[canvas]?.pen)
  const drawing = useRoom(({ canvases }) => canvases[canvas]?.drawing ?? 0)
  const isLocked = useRoom(({ canvases }) => canvases[canvas]?.lock !== null)
  const isMine = useRoom(({ own }) => own?.canvas === canvas)
  const isBlank = useIsBlank(canvas)
  const padRef = useRef<HTMLDivElement>(null)
  const isFinished = useFinished(isLocked)
  const isSettled = useSettled(drawing)
  const isPaused = useIsPaused()
  const isSecret = useIsSecret()
  const isDone = useIsDone(canvas) && isSecret
  const isLiftDue = useLiftDue(liftDueMs) && !isSecret
  const isOver = useRoom(({ own }) => own?.canvas === canvas && isStrokeOver(modifier, own.log.ops))
  const isDrawable = isOpen && !isPaused && isMine && !isFinished && !isDone && isSettled && !isOver
  const { isHost } = useHost()
  // In a round without a timer the host's button to end it is there as well.
  const isIdle = !isOpen || ((isFinished || isDone) && (isTimed || !isHost))
  const holder = seats.find((seat) => seat.id === pen)
  const colour = holder?.colour ?? 0

  const toRoundMs = useCallback(
    (timeStamp: number) => {
      const agoMs = performance.now() - timeStamp
      return Math.max(0, Math.round(now() - agoMs - startedAt))
    },
    [now, startedAt],
  )
  const draw = (ops: readonly InkOp[], isByKeyboard = false) => {
    const modified = modifyInk(ops, modifier, client.store.getState().own?.log.ops ?? [])
    if (modified.length > 0 && !client.draw(drawing, modified, isByKeyboard))
      show(refusalText('ink-limit'), 'bad')
  }
  const act = (kind: 'undo' | 'clear') => draw([{ kind, atMs: toRoundMs(performance.now()) } satisfies InkOp])

  return (
    <section className="contents">
      <LockMoment padRef={padRef} colours={colours} />
      <div ref={padRef} className="round-pad @container-[size] grid place-items-center">
        <DrawingPad
          source={source}
          {...(modifier === 'blind' && { shown: blind })}
          colour={colours}
          label={t(seats.length > 1 ? 'teamPad' : 'pad')}
          drawing={drawing}
          isDrawable={isDrawable}
          toRoundMs={toRoundMs}
          onInk={(ops) => draw(ops)}
          hint={isBlank && isDrawable ? t(isSecret ? 'secretHint' : 'drawHere') : undefined}
          className={classes(
            'size-[min(100cqw,100cqh)]',
            isLocked
              ? 'border-good'
              : isLiftDue
                ? 'border-good border-dashed'
                : isDrawable
                  ? 'border-ink'
                  : 'border-line',
          )}
        >
          <KeyboardPen
            colour={colour}
            isDrawable={isDrawable}
            toRoundMs={toRoundMs}
            onInk={(ops) => draw(ops, true)}
            onUndo={() => !isBlank && act('undo')}
          />
          <LockStamp canvas={canvas} />
        </DrawingPad>
      </div>
      <div className="round-judge pointer-events-none grid grid-cols-1 gap-2">
        <div className="flex min-w-0 flex-wrap items-center justify-between gap-x-2">
          {holder && seats.length > 1 && <PenHolder holder={holder} isYou={isMine} />}
          <ThoughtBubble canvas={canvas} isRightBad={isSecret} />
          <UnrankedPen canvas={canvas} />
          <Twist modifier={modifier} />
          <WrongLocks canvas={canvas} />
        </div>
        {isSecret ? (
          <FoolMeter canvas={canvas} />
        ) : (
          <div className="relative grid min-w-0 grid-cols-1">
            <Meter key={drawing} canvas={canvas} colour={colour} isLarge />
            {isLiftDue && <LiftHint />}
          </div>
        )}
      </div>
      <div className="round-tools relative">
        <PadTools {...{ isDrawable, isBlank }} isIdle={isIdle} onAct={act}>
          {isOpen && !isTimed && <EndRound />}
          {seats.length > 1 && <PassPen isDisabled={!isDrawable} />}
          {isSecret && <DoneButton isDisabled={!isDrawable || isBlank} />}
        </PadTools>
      </div>
    </section>
  )
}

/** After its lock a drawing may be finished; then the pen is put down. */
function useFinished(isLocked: boolean): boolean {
  const [isFinished, setFinished] = useState(false)
  useEffect(() => {
    setFinished(false)
    if (!isLocked) return
    const timer = setTimeout(() => setFinished(true), settings.penFinishMs)
    return () => clearTimeout(timer)
  }, [isLocked])
  return isLocked && isFinished
}

/** [R9] Is the drawing one that a stroke can be meant for? */
function useSettled(drawing: number): boolean {
  const [settled, setSettled] = useState(drawing)
  useEffect(() => {
    const timer = setTimeout(setSettled, settings.strayStrokeMs, drawing)
    return () => clearTimeout(timer)
  }, [drawing])
  return settled === drawing
}

/** Whose turn it is on a shared canvas. It stands beside the pad, which is theirs to the corners. */
function PenHolder({ holder, isYou }: { holder: Seat; isYou: boolean }) {
  const t = useTranslations('room.drawing')
  return (
    <p
      key={holder.id}
      data-own={isYou}
      className="flex h-7 min-w-0 flex-auto basis-28 animate-[pop_0.22s_var(--ease-pen)] items-center gap-2 rounded-full border border-line bg-card px-3 font-semibold data-[own=true]:border-2 data-[own=true]:border-accent"
    >
      <PenLine aria-hidden="true" className="size-4 shrink-0" style={{ color: inkColour(holder.colour) }} />
      <FittedText text={isYou ? t('penIsYours') : t('penIs', { name: holder.name })} />
    </p>
  )
}

/** [S2] The judge is sure, and waits for the pen: said on the meter, which is where it shows. Screen readers are told by the announcer. */
function LiftHint() {
  const t = useTranslations('room.drawing')
  return (
    <p
      aria-hidden="true"
      className="absolute start-0.5 top-0.5 flex h-7 w-fit max-w-[calc(100%-4.5em)] animate-[pop_0.22s_var(--ease-pen)] items-center gap-1.5 rounded-full bg-card px-3 font-semibold text-ink"
    >
      <ArrowUpFromLine className="size-4 shrink-0 text-good" />
      <FittedText text={t('liftToLock')} />
    </p>
  )
}

/** Tells players who draw with the arrow keys what that means for their result. */
function UnrankedPen({ canvas }: { canvas: number }) {
  const t = useTranslations('room.drawing')
  const isByKeyboard = useRoom(({ canvases }) => canvases[canvas]?.isByKeyboard ?? false)
  if (!isByKeyboard) return null
  return <p className="shrink-0 text-base text-muted">{t('unrankedPen')}</p>
}

/** [R27] The modifier of this game, if it has one. */
function Twist({ modifier }: { modifier: Modifier }) {
  const t = useTranslations('room.modifiers')
  if (modifier === 'none') return null
  return <p className="shrink-0 rounded-full bg-wash px-2 font-semibold text-base">{t(modifier)}</p>
}

function WrongLocks({ canvas }: { canvas: number }) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const count = useRoom(({ canvases }) => canvases[canvas]?.wrongLocks ?? 0)
  if (count === 0) return null
  return (
    <p key={count} className="shrink-0 animate-[shake_0.3s_linear] font-semibold text-bad">
      {t('wrongLocks', { count, cost: format.number(wrongLockCost(count), { style: 'percent' }) })}
    </p>
  )
}
