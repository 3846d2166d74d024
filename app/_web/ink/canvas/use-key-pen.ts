import { type RefObject, useEffect, useRef } from 'react'
import type { InkOp } from '#game/drawing/ink'
import { timeOf } from '../../kit/browser/pointer'
import {
  arrowDirection,
  glideKeyPen,
  isArrow,
  type KeyPen,
  type KeyPenOutcome,
  restingKeyPen,
  stepKeyPen,
  toggleKeyPen,
} from './key-pen'

type KeyPenOptions = {
  readonly isDrawable: boolean
  /** The time of an event (its `timeStamp`) in whole ms since the round began. */
  readonly toRoundMs: (timeStamp: number) => number
  readonly onInk: (ops: readonly InkOp[]) => void
  /** The pen is somewhere else, or on or off the paper. */
  readonly onMove: (pen: KeyPen) => void
  readonly onUndo: () => void
}

/** Whether the last ink of this page was drawn with keys: then the next pad takes the focus, so that nobody has to find it. */
let isInUse = false

/**
 * Draws with the arrow keys on the element that has the focus: arrows move the pen, space and enter put it down and up,
 * backspace takes the last stroke back. A pen that is down when the pad stops being drawable is lifted.
 */
export function useKeyPen(pad: RefObject<HTMLElement | null>, options: KeyPenOptions): void {
  const handlers = useRef(options)
  useEffect(() => {
    handlers.current = options
  })
  const { isDrawable } = options
  useEffect(() => {
    if (!isDrawable || !pad.current) return
    if (isInUse) pad.current.focus({ preventScroll: true })
    return listen(pad.current, handlers)
  }, [pad, isDrawable])
}

function listen(pad: HTMLElement, handlers: RefObject<KeyPenOptions>): () => void {
  const listening = new AbortController()
  const held = new Set<string>()
  let pen = restingKeyPen
  let frame = 0
  let glidedAt = 0

  const take = (outcome: KeyPenOutcome) => {
    pen = outcome.pen
    handlers.current.onMove(pen)
    if (outcome.ops.length > 0) handlers.current.onInk(outcome.ops)
  }
  const glide = (now: number) => {
    const heldMs = Math.max(0, now - glidedAt)
    glidedAt = Math.max(now, glidedAt)
    take(glideKeyPen(pen, arrowDirection(held), heldMs, handlers.current.toRoundMs(now)))
    frame = requestAnimationFrame(glide)
  }
  const rest = () => {
    cancelAnimationFrame(frame)
    frame = 0
  }
  const down = (event: KeyboardEvent) => {
    const { key } = event
    const timeStamp = timeOf(event)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const t = handlers.current.toRoundMs(timeStamp)
    if (isArrow(key)) {
      if (!event.repeat) {
        held.add(key)
        take(stepKeyPen(pen, arrowDirection([key]), t))
        glidedAt = timeStamp + startsToGlideMs
        if (frame === 0) frame = requestAnimationFrame(glide)
      }
    } else if (key === ' ' || key === 'Enter') {
      if (!event.repeat) take(toggleKeyPen(pen, t))
    } else if (key === 'Backspace') {
      if (pen.isDown) take(toggleKeyPen(pen, t))
      handlers.current.onUndo()
    } else return
    isInUse = true
    event.preventDefault()
  }
  const up = ({ key }: KeyboardEvent) => {
    held.delete(key)
    if (held.size === 0) rest()
  }
  const leave = () => {
    held.clear()
    rest()
  }

  handlers.current.onMove(pen)
  const options = { signal: listening.signal }
  pad.addEventListener('keydown', down, options)
  pad.addEventListener('keyup', up, options)
  pad.addEventListener('blur', leave, options)
  pad.parentElement?.addEventListener(
    'pointerdown',
    () => {
      isInUse = false
    },
    options,
  )
  return () => {
    listening.abort()
    rest()
    if (pen.isDown) take(toggleKeyPen(pen, 0))
  }
}

/** A short touch is one step; only a key that is held on glides. */
const startsToGlideMs = 140
