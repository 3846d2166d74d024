import { type RefObject, useEffect, useRef } from 'react'
import type { InkOp, Point } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { capturePointer, onPointerMove, type PointerSample, samplesOf, timeOf } from '../browser/pointer'
import { idlePen, isHeld, liftPen, movePen, type Pen, type PenOutcome, type PointerKind } from './pen-state'

type PenOptions = {
  /** Which drawing of the pad; a stroke does not go on in the next. */
  readonly drawing: number
  readonly isDrawable: boolean
  /** The time of an event (its `timeStamp`) in whole ms since the round began. */
  readonly toRoundMs: (timeStamp: number) => number
  readonly onInk: (ops: readonly InkOp[]) => void
  /** Whether the paper shows a stroke that has not ended. */
  readonly isStrokeDown: () => boolean
}

type Outlet = Omit<PenOptions, 'drawing'>

/** A contact wider than this, in CSS pixels, is taken for a hand; fingertips and thumbs are commonly told as 20 to 60. */
const handPx = 80

/**
 * Listens to pen, touch and mouse on a square element and in the zone around it, where a stroke may begin. Both never scroll, zoom
 * or select, drawable or not: what the browser has begun with a finger it goes on with until that is lifted. A stroke that is
 * down when the pad stops being drawable ends there.
 */
export function usePen(
  zone: RefObject<HTMLElement | null>,
  pad: RefObject<HTMLElement | null>,
  { drawing, ...options }: PenOptions,
): void {
  const outlet = useRef<Outlet>(options)
  const hand = useRef<ReturnType<typeof listen>>(null)
  useEffect(() => {
    outlet.current = options
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing is met by another hand.
  useEffect(() => {
    if (!zone.current || !pad.current) return
    const listening = listen(zone.current, pad.current, outlet)
    hand.current = listening
    return listening.end
  }, [zone, pad, drawing])
  const { isDrawable } = options
  useEffect(() => {
    if (!isDrawable) hand.current?.rest()
  }, [isDrawable])
}

function listen(zone: HTMLElement, pad: HTMLElement, outlet: RefObject<Outlet>) {
  const listening = new AbortController()
  const { signal } = listening
  let pen: Pen = idlePen
  let box = pad.getBoundingClientRect()

  /** Reads the box with every event: a pad moves and resizes in mid-stroke, and nothing tells of all the ways it does. */
  const pointsOf = (samples: readonly PointerSample[]): Point[] => {
    const now = pad.getBoundingClientRect()
    if (now.width > 0 && now.height > 0) box = now
    if (box.width === 0 || box.height === 0) return []
    return samples.map(({ clientX, clientY, timeStamp }) => ({
      x: ((clientX - box.left) / box.width) * settings.gridSize,
      y: ((clientY - box.top) / box.height) * settings.gridSize,
      t: outlet.current.toRoundMs(timeStamp),
    }))
  }
  const take = (outcome: PenOutcome) => {
    // First, so that whatever goes wrong with this ink, the stroke goes on.
    pen = outcome.pen
    // The stroke may have been taken back or wiped away under the pointer; the one before it is not meant.
    const isGone = outcome.ops[0]?.kind === 'undo' && !outlet.current.isStrokeDown()
    const ops = isGone ? outcome.ops.slice(1) : outcome.ops
    if (ops.length > 0) outlet.current.onInk(ops)
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    if (!outlet.current.isDrawable) return
    const { pointerId } = event
    capturePointer(zone, pointerId)
    const at = pointsOf(samplesOf(placeOf(event)))[0]
    if (at)
      take(movePen(pen, { type: 'down', pointerId, pointer: kindOf(event), at, isLarge: isLarge(event) }))
  }
  const move = (event: PointerEvent) => {
    const { pointerId } = event
    if (!isHeld(pen, pointerId)) return
    // A mouse that is moved without a button was let go where nobody heard of it.
    if (event.pointerType === 'mouse' && event.buttons === 0) return end(event)
    take(
      movePen(pen, { type: 'move', pointerId, samples: pointsOf(samplesOf(event)), isLarge: isLarge(event) }),
    )
  }
  const end = (event: PointerEvent, type: 'up' | 'cancel' = 'up') => {
    const { pointerId } = event
    if (isHeld(pen, pointerId))
      take(movePen(pen, { type, pointerId, t: outlet.current.toRoundMs(timeOf(event)) }))
  }
  const rest = () => take(liftPen(pen, 0))

  zone.addEventListener('pointerdown', down, { signal })
  onPointerMove(zone, move, { signal })
  // On the window, where they are heard without a capture, too.
  window.addEventListener('pointerup', (event) => end(event), { signal })
  window.addEventListener('pointercancel', (event) => end(event, 'cancel'), { signal })
  // A touch is captured by what it came down on before the zone takes it from there.
  zone.addEventListener('lostpointercapture', (event) => event.target === zone && end(event), { signal })
  // Browsers decide on scrolling, back-swipes, zoom and their long-press menu from these, whatever `touch-action` says.
  for (const type of ['touchstart', 'touchmove', 'touchend', 'contextmenu', 'selectstart', 'dragstart']) {
    zone.addEventListener(type, (event) => event.cancelable && event.preventDefault(), {
      signal,
      passive: false,
    })
  }
  return {
    rest,
    end() {
      listening.abort()
      rest()
    },
  }
}

/** A contact as a single sample: what came before it came down is none of its places. */
function placeOf({ clientX, clientY, timeStamp }: PointerEvent): PointerSample {
  return { clientX, clientY, timeStamp }
}

function isLarge({ width, height }: PointerEvent): boolean {
  return Math.max(width, height) >= handPx
}

function kindOf({ pointerType }: PointerEvent): PointerKind {
  return pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse'
}
