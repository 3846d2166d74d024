import { growInk } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import type { Refusal } from '#game/protocol/refusal'
import type { PlayerId } from '#game/protocol/scalars'
import { replaceAt } from '#game/replace-at'
import { settings } from '#game/settings'
import { nextPen } from './add-ink'
import type { Settled } from './canvases'
import type { DrawingEvent } from './event'
import { modeOf } from './modes'
import { type Canvas, currentDrawing, presentPlayers, type Room, withDrawing } from './room'

type Given = { readonly canvas: Canvas; readonly events: readonly DrawingEvent[] }

/** Gives the pen of a canvas to another; a stroke that is down ends. @param nowMs since the round began */
export function givePen(canvas: Canvas, index: number, pen: PlayerId, nowMs: number): Given {
  const ended = endStroke(canvas, index, nowMs)
  const on = { canvas: index, drawing: canvas.drawings.length - 1 }
  const penSince = currentDrawing(ended.canvas).ink.length
  return {
    canvas: { ...ended.canvas, pen, penSince, penAtMs: nowMs },
    events: [...ended.events, { type: 'pen:passed', ...on, pen }],
  }
}

/** @param nowMs since the round began; that the pen has rested until now still counts for a lock [S2] */
export function endStroke(canvas: Canvas, index: number, nowMs: number): Given {
  const drawing = currentDrawing(canvas)
  const { ink, settledMs } = drawing
  const last = ink.at(-1)
  if (last?.kind !== 'draw') return { canvas, events: [] }
  const ops: InkOp[] = [{ kind: 'lift', atMs: Math.max(last.atMs, settledMs, nowMs) }]
  const on = { canvas: index, drawing: canvas.drawings.length - 1 }
  return {
    canvas: withDrawing(canvas, growInk(drawing, ops)),
    events: [{ type: 'ink:added', ...on, from: ink.length, ops, isByKeyboard: false }],
  }
}

/** [R23] When the next pen has rested for too long, in ms since the round began; Infinity where none passes on. */
export function nextIdleOf(room: Room, canvases: readonly Canvas[]): number {
  const passing = passingPens(room)
  if (!passing) return Number.POSITIVE_INFINITY
  return Math.min(Infinity, ...canvases.map((canvas) => (passing(canvas) ? idleMs(canvas) : Infinity)))
}

/** [R23] Passes on the pens that have rested for too long. @param nowMs since the round began */
export function passIdlePens(room: Room, canvases: readonly Canvas[], nowMs: number): Settled {
  const passing = passingPens(room)
  if (!passing) return { canvases, events: [] }
  const events: DrawingEvent[] = []
  const passed = canvases.map((canvas, index) => {
    const pen = passing(canvas)
    if (!pen || idleMs(canvas) > nowMs) return canvas
    const given = givePen(canvas, index, pen, nowMs)
    events.push(...given.events)
    return given.canvas
  })
  return { canvases: passed, events }
}

/** [R24] @param nowMs since the round began */
export function passOwnPen(
  room: Room,
  canvases: readonly Canvas[],
  by: PlayerId,
  nowMs: number,
): Settled | Refusal {
  const index = canvases.findIndex(({ players }) => players.includes(by))
  const canvas = canvases[index]
  if (!canvas) return 'not-playing'
  if (canvas.pen !== by) return 'not-your-pen'
  const pen = passingPens(room)?.(canvas)
  if (!pen) return 'not-now'
  const given = givePen(canvas, index, pen, nowMs)
  return { canvases: replaceAt(canvases, index, given.canvas), events: given.events }
}

/**
 * The next holder of a canvas' pen; null with nobody else present. Null itself where no pen passes, as in games at the first tempo: an
 * old log has to give the same game again.
 */
function passingPens(room: Room): ((canvas: Canvas) => PlayerId | null) | null {
  const { game } = room
  if (!game || (game.tempo ?? 1) === 1 || !modeOf(game.settings).passesPen) return null
  const present = presentPlayers(room).map(({ id }) => id)
  return (canvas) => {
    const pen = nextPen(canvas, present)
    return pen === canvas.pen ? null : pen
  }
}

function idleMs(canvas: Canvas): number {
  const { ink, promptAtMs } = currentDrawing(canvas)
  return Math.max(canvas.penAtMs ?? 0, ink.at(-1)?.atMs ?? 0, promptAtMs) + settings.penIdleMs
}
