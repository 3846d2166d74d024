import type { InkOp } from '#game/drawing/ink'
import { growStrokes, type StrokeState } from '../../ink/canvas/stroke-state'
import { addToLog, emptyLog, type InkLog, resumeLog } from './ink-log'

/** The ink of the player who holds the pen of a canvas, shown before the server has it. */
export type OwnInk = {
  readonly round: number
  readonly canvas: number
  readonly drawing: number
  readonly log: InkLog
  /** [D5] Whether any of it was drawn with the arrow keys. */
  readonly isByKeyboard: boolean
  /** [D6] The holder's index among those who share the canvas. */
  readonly hand: number
  readonly strokeState: StrokeState
}

/**
 * A lift with no stroke down is left out: it belongs to the drawing before, which ended under the pen.
 * @returns the same when the drawing is full
 */
export function addOwnInk(own: OwnInk, ops: readonly InkOp[], isByKeyboard = false): OwnInk {
  const isStray = !own.strokeState.isPenDown && ops[0]?.kind === 'lift'
  if (isStray) return ops.length > 1 ? addOwnInk(own, ops.slice(1), isByKeyboard) : { ...own }
  const log = addToLog(own.log, ops)
  if (log === own.log) return own
  const strokeState = growStrokes(own.strokeState, ops, own.hand)
  return { ...own, log, strokeState, isByKeyboard: own.isByKeyboard || isByKeyboard }
}

type Shared = {
  readonly drawing: number
  readonly ink: readonly InkOp[]
  readonly strokeState: StrokeState
  readonly players: readonly string[]
  readonly pen: string
}

/**
 * Resumes after the ink that the server has. Without own ink from before, the lift of a stroke that is down at the server was lost: it
 * is added here, or the next stroke would continue that one.
 * @param before the own ink of the same drawing, if there is any
 */
export function resumeInk(
  before: OwnInk | null,
  round: number,
  canvas: number,
  { drawing, ink, strokeState, players, pen }: Shared,
): OwnInk {
  const on = {
    round,
    canvas,
    drawing,
    hand: players.indexOf(pen),
    isByKeyboard: before?.isByKeyboard ?? false,
  }
  if (!before) {
    const known = { ...on, log: resumeLog(emptyLog, ink), strokeState }
    return strokeState.isPenDown ? addOwnInk(known, [{ kind: 'lift', atMs: ink.at(-1)?.atMs ?? 0 }]) : known
  }
  const log = resumeLog(before.log, ink)
  // The stroke state stays the same object where nothing is new, so that the stroke under the pen is not painted again.
  const isShown = ink.length <= before.log.ops.length
  return {
    ...on,
    log,
    strokeState: isShown ? before.strokeState : growStrokes(strokeState, log.ops.slice(ink.length), on.hand),
  }
}
