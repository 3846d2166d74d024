import { type RefObject, useEffect, useRef } from 'react'
import type { InkOp, Point } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { liftPen, movePen, type Pen, type PenEvent, type PointerKind } from './pen-state'

type PenOptions = {
  readonly isDrawable: boolean
  /** The time of an event (its `timeStamp`) in whole ms since the round began. */
  readonly toRoundMs: (timeStamp: number) => number
  readonly onInk: (ops: readonly InkOp[]) => void
}

/**
 * Listens to pen, touch and mouse on a square element. Only while it is drawable does a touch on it draw instead of scroll. A
 * stroke that is down when the pad stops being drawable ends there.
 */
export function usePen(
  pad: RefObject<HTMLElement | null>,
  { isDrawable, toRoundMs, onInk }: PenOptions,
): void {
  const outlet = useRef({ toRoundMs, onInk })
  useEffect(() => {
    outlet.current = { toRoundMs, onInk }
  })
  useEffect(() => {
    if (!isDrawable || !pad.current) return
    return listen(pad.current, {
      toRoundMs: (timeStamp) => outlet.current.toRoundMs(timeStamp),
      onInk: (ops) => outlet.current.onInk(ops),
    })
  }, [pad, isDrawable])
}

function listen(pad: HTMLElement, { toRoundMs, onInk }: Omit<PenOptions, 'isDrawable'>): () => void {
  const listening = new AbortController()
  const options = { signal: listening.signal, passive: false }
  let pen: Pen = null
  let box = pad.getBoundingClientRect()

  const toPoint = ({ clientX, clientY, timeStamp }: PointerEvent): Point => ({
    x: toGrid((clientX - box.left) / box.width),
    y: toGrid((clientY - box.top) / box.height),
    t: toRoundMs(timeStamp),
  })
  const take = (event: PenEvent) => {
    const outcome = movePen(pen, event)
    pen = outcome.pen
    if (outcome.ops.length > 0) onInk(outcome.ops)
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    box = pad.getBoundingClientRect()
    pad.setPointerCapture(event.pointerId)
    take({ type: 'down', pointerId: event.pointerId, pointer: kindOf(event), at: toPoint(event) })
  }
  const move = (event: PointerEvent) => {
    if (pen?.pointerId !== event.pointerId) return
    const coalesced = event.getCoalescedEvents?.() ?? []
    take({
      type: 'move',
      pointerId: event.pointerId,
      samples: (coalesced.length > 0 ? coalesced : [event]).map(toPoint),
    })
  }
  const up = ({ pointerId, timeStamp }: PointerEvent) =>
    take({ type: 'up', pointerId, t: toRoundMs(timeStamp) })

  pad.addEventListener('pointerdown', down, options)
  pad.addEventListener('pointerup', up, options)
  pad.addEventListener('pointercancel', up, options)
  pad.addEventListener('lostpointercapture', up, options)
  // Some browsers tell of samples before the frame they are shown in, and in it tell of the same samples once more.
  const moved = 'onpointerrawupdate' in pad ? 'pointerrawupdate' : 'pointermove'
  pad.addEventListener(moved, (event) => move(event as PointerEvent), options)
  // Browsers decide on scrolling and on their long-press menu from these, whatever `touch-action` says.
  for (const type of ['touchstart', 'touchmove', 'contextmenu']) {
    pad.addEventListener(type, (event) => event.preventDefault(), options)
  }
  return () => {
    listening.abort()
    const { ops } = liftPen(pen, 0)
    if (ops.length > 0) onInk(ops)
  }
}

function toGrid(share: number): number {
  return Math.max(0, Math.min(settings.gridSize - 1, Math.round(share * settings.gridSize)))
}

function kindOf({ pointerType }: PointerEvent): PointerKind {
  return pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse'
}
