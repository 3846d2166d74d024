import type { InkOp, Point } from '#game/drawing/ink'
import { settings } from '#game/settings'
import {
  capturePointer,
  onPointerMove,
  type PointerSample,
  samplesOf,
  timeOf,
} from '../../kit/browser/pointer'
import {
  idlePen,
  isHeld,
  liftPen,
  movePen,
  type PenOutcome,
  type PenState,
  type PointerKind,
} from './pen-state'

/** What pointer events on a pad lead to; read anew at each event. */
export type PenHandlers = {
  readonly isDrawable: boolean
  /** The time of an event (its `timeStamp`) in whole ms since the round began. */
  readonly toRoundMs: (timeStamp: number) => number
  readonly onInk: (ops: readonly InkOp[]) => void
  /** Whether the paper shows a stroke that has not ended. */
  readonly isStrokeDown: () => boolean
}

export type PenListener = {
  /** Ends the stroke that is down. */
  readonly rest: () => void
  readonly end: () => void
}

/** A contact wider than this, in CSS pixels, is taken for a hand; fingertips and thumbs are commonly told as 20 to 60. */
const handPx = 80

/**
 * Turns the pointer events on a square element, and in the zone around it, into the ink of one drawing. Neither scrolls, zooms
 * nor selects, drawable or not: a gesture that the browser has begun goes on until the finger is lifted.
 */
export function listenToPen(
  zone: HTMLElement,
  pad: HTMLElement,
  handlers: { readonly current: PenHandlers },
): PenListener {
  const listening = new AbortController()
  const { signal } = listening
  let pen: PenState = idlePen
  let box = pad.getBoundingClientRect()

  /** Measures the pad at every event: it moves and resizes in mid-stroke, and no event covers all the causes. */
  const pointsOf = (samples: readonly PointerSample[]): Point[] => {
    const now = pad.getBoundingClientRect()
    if (now.width > 0 && now.height > 0) box = now
    if (box.width === 0 || box.height === 0) return []
    return samples.map(({ clientX, clientY, timeStamp }) => ({
      x: ((clientX - box.left) / box.width) * settings.gridSize,
      y: ((clientY - box.top) / box.height) * settings.gridSize,
      t: handlers.current.toRoundMs(timeStamp),
    }))
  }
  const take = (outcome: PenOutcome) => {
    // First, so that whatever goes wrong with this ink, the stroke goes on.
    pen = outcome.pen
    // The stroke may have been undone or cleared under the pointer; an undo would then hit the one before it.
    const isGone = outcome.ops[0]?.kind === 'undo' && !handlers.current.isStrokeDown()
    const ops = isGone ? outcome.ops.slice(1) : outcome.ops
    if (ops.length > 0) handlers.current.onInk(ops)
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    if (!handlers.current.isDrawable) return
    const { pointerId } = event
    capturePointer(zone, pointerId)
    const at = pointsOf(samplesOf(sampleOf(event)))[0]
    if (at)
      take(movePen(pen, { type: 'down', pointerId, pointer: kindOf(event), at, isLarge: isLarge(event) }))
  }
  const move = (event: PointerEvent) => {
    const { pointerId } = event
    if (!isHeld(pen, pointerId)) return
    // A mouse that moves without a button was released outside the window.
    if (event.pointerType === 'mouse' && event.buttons === 0) return end(event)
    take(
      movePen(pen, { type: 'move', pointerId, samples: pointsOf(samplesOf(event)), isLarge: isLarge(event) }),
    )
  }
  const end = (event: PointerEvent, type: 'up' | 'cancel' = 'up') => {
    const { pointerId } = event
    if (isHeld(pen, pointerId))
      take(movePen(pen, { type, pointerId, t: handlers.current.toRoundMs(timeOf(event)) }))
  }
  const rest = () => take(liftPen(pen, 0))

  zone.addEventListener('pointerdown', down, { signal })
  onPointerMove(zone, move, { signal })
  // On the window, where they arrive without a capture, too.
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

/** A contact as a single sample: what came before it came down is not part of it. */
function sampleOf({ clientX, clientY, timeStamp }: PointerEvent): PointerSample {
  return { clientX, clientY, timeStamp }
}

function isLarge({ width, height }: PointerEvent): boolean {
  return Math.max(width, height) >= handPx
}

function kindOf({ pointerType }: PointerEvent): PointerKind {
  return pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse'
}
