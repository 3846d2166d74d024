import { isJudged, newDrawing } from '#game/drawing/drawing'
import { dailyPromptAt } from '#game/prompts/daily'
import { promptAt } from '#game/prompts/prompts'
import { nextHoldMs, settleDrawing } from '#game/scoring/live-lock'
import { scoreDrawing } from '#game/scoring/score'
import { settings } from '#game/settings'
import type { DrawingEvent } from './event'
import { modeOf } from './modes'
import { type Canvas, currentDrawing, type Game } from './room'

/** Canvases after a change, and the events of it. */
export type Settled = { readonly canvases: readonly Canvas[]; readonly events: readonly DrawingEvent[] }

/** [R6] [R29] The index into the sequence is the round where each round has one prompt, else the index of the drawing on its canvas. */
export function promptFor(game: Game, drawing: number, canvas: number) {
  const { afterLock, isVotedOn } = modeOf(game.settings)
  const index = afterLock === 'finish' ? game.round : drawing
  const { daily } = game
  // [R29] A sequence for each canvas: nobody knows another's digit by their own.
  const seed = isVotedOn ? (game.seed + Math.imul(canvas + 1, 0x9e3779b1)) >>> 0 : game.seed
  return daily?.secret ? dailyPromptAt(daily.secret, index) : promptAt(seed, game.settings.digits, index)
}

/**
 * [S5] Decides all that is known up to `untilMs` (since the round began).
 * @param mayGoOn whether a lock still brings the next prompt, where the mode says so
 */
export function settleCanvases(
  game: Game,
  canvases: readonly Canvas[],
  untilMs: number,
  mayGoOn: boolean,
): Settled {
  if (modeOf(game.settings).isVotedOn) return { canvases, events: [] }
  const events: DrawingEvent[] = []
  const settled = canvases.map((canvas, index) => {
    const before = currentDrawing(canvas)
    const after = settleDrawing(before, untilMs)
    if (after === before) return canvas
    const drawing = canvas.drawings.length - 1
    const on = { canvas: index, drawing }
    if (after.wrongLocks > before.wrongLocks) {
      events.push({ type: 'drawing:wrong-locked', ...on, wrongLocks: after.wrongLocks })
    }
    const drawings = canvas.drawings.with(-1, after)
    if (!after.lock) return { ...canvas, drawings }
    events.push({ type: 'drawing:locked', ...on, lock: after.lock, points: scoreDrawing(after).points })
    const goesOn = mayGoOn && modeOf(game.settings).afterLock === 'next'
    if (!goesOn || drawings.length >= settings.maxDrawingsPerCanvas) return { ...canvas, drawings }
    const prompt = promptFor(game, drawings.length, index)
    const promptAtMs = after.settledMs
    events.push({ type: 'prompt:changed', canvas: index, drawing: drawing + 1, prompt, promptAtMs })
    return { ...canvas, penSince: 0, drawings: [...drawings, newDrawing(prompt, promptAtMs, game.edition)] }
  })
  return { canvases: settled, events }
}

/** When a canvas at rest next has something to decide, in ms since the round began; Infinity when none has. */
export function nextHoldOf(game: Game, canvases: readonly Canvas[]): number {
  if (modeOf(game.settings).isVotedOn) return Number.POSITIVE_INFINITY
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...canvases.map((canvas) => nextHoldMs(currentDrawing(canvas)) ?? Number.POSITIVE_INFINITY),
  )
}

/** When the pen has to be down for good on a canvas, in ms since the round began; Infinity as long as it may go on. */
export function finishMs(game: Game, canvas: Canvas): number {
  const { lock, settledMs } = currentDrawing(canvas)
  if (!lock || modeOf(game.settings).afterLock === 'next') return Number.POSITIVE_INFINITY
  return settledMs + settings.penFinishMs
}

export function areJudged(canvases: readonly Canvas[]): boolean {
  return canvases.every((canvas) => isJudged(currentDrawing(canvas)))
}
