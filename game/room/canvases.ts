import { type Drawing, isJudged, newDrawing, shownPrompt } from '#game/drawing/drawing'
import { dailyPromptAt } from '#game/prompts/daily'
import { type GameSeed, hashState, isHashed, stateFor } from '#game/prompts/game-seed'
import { promptAt } from '#game/prompts/prompts'
import type { RandomState } from '#game/prompts/random'
import { sumAt, sumLevelOf } from '#game/prompts/sums'
import { replaceAt } from '#game/replace-at'
import { nextHoldMs, settleDrawing } from '#game/scoring/live-lock'
import { scoreDrawing } from '#game/scoring/score'
import { settings } from '#game/settings'
import type { DrawingEvent } from './event'
import { modeOf } from './modes'
import { missedAtMs, strokeEndMs } from './one-stroke'
import { type Canvas, currentDrawing, type Game, withDrawing } from './room'

/** Canvases after a change, and the events of it. */
export type Settled = { readonly canvases: readonly Canvas[]; readonly events: readonly DrawingEvent[] }

/**
 * [R6] [R28] [R29] The index into the sequence is the round where each round has one prompt, else the index of the drawing on its canvas.
 * @param promptAtMs since the round began
 * @param canvas index of the canvas: where people vote, each has a sequence of its own, so that nobody knows another's digit by theirs
 */
export function drawingFor(game: Game, drawing: number, promptAtMs: number, canvas: number): Drawing {
  const { afterLock, isVotedOn } = modeOf(game.settings)
  const index = afterLock === 'finish' ? game.round : drawing
  const { daily, ghosts, edition } = game
  const secret = daily?.secret ?? ghosts?.secret
  const prompt = secret
    ? dailyPromptAt(secret, index)
    : promptAt(digitSeeds(game.seed, isVotedOn ? canvas : null), game.settings.digits, index)
  const level = sumLevelOf(game.settings)
  const sum = level && sumAt(stateFor(game.seed, `sum ${index}`, game.seed), level, index, prompt)
  return newDrawing(prompt, promptAtMs, edition, sum)
}

/** [R36] @param canvas null where all have the same digits @returns as `promptAt` takes them */
function digitSeeds(seed: GameSeed, canvas: number | null): RandomState | ((run: number) => RandomState) {
  if (isHashed(seed)) return (run) => hashState(`${seed} digits ${canvas ?? 'of all'} ${run}`)
  return canvas === null ? seed : (seed + Math.imul(canvas + 1, 0x9e3779b1)) >>> 0
}

/**
 * [S5] Decides all that is known up to `untilMs` (since the round began).
 * @param mayGoOn whether a lock, or the end of the one stroke [R27], still brings the next prompt, where the mode says so
 */
export function settleCanvases(
  game: Game,
  canvases: readonly Canvas[],
  untilMs: number,
  mayGoOn: boolean,
): Settled {
  if (modeOf(game.settings).isVotedOn) return { canvases, events: [] }
  const mayMiss = mayGoOn && mayMissIn(game)
  const events: DrawingEvent[] = []
  const settle = (canvas: Canvas, index: number): Canvas => {
    const before = currentDrawing(canvas)
    const after = settleDrawing(before, untilMs)
    const isMissed = mayMiss && missedOn(game, canvas, after) <= untilMs
    if (after === before && !isMissed) return canvas
    const drawing = canvas.drawings.length - 1
    const on = { canvas: index, drawing }
    if (after.wrongLocks > before.wrongLocks) {
      events.push({ type: 'drawing:wrong-locked', ...on, wrongLocks: after.wrongLocks })
    }
    const decided = withDrawing(canvas, after)
    if (!after.lock && !isMissed) return decided
    if (after.lock)
      events.push({ type: 'drawing:locked', ...on, lock: after.lock, points: scoreDrawing(after).points })
    if (!mayGoOn || !hasNext(game, canvas)) return decided
    const promptAtMs = isMissed ? untilMs : after.settledMs
    const next = drawingFor(game, drawing + 1, promptAtMs, index)
    events.push({
      ...{ type: 'prompt:changed', canvas: index, drawing: drawing + 1 },
      ...{ ...shownPrompt(next), promptAtMs },
    })
    return { ...decided, penSince: 0, drawings: [...decided.drawings, next] }
  }
  let settled = canvases
  for (let index = 0; index < canvases.length; index++) {
    const canvas = canvases[index] as Canvas
    const after = settle(canvas, index)
    if (after !== canvas) settled = replaceAt(settled, index, after)
  }
  return { canvases: settled, events }
}

function hasNext(game: Game, { drawings }: Canvas): boolean {
  return modeOf(game.settings).afterLock === 'next' && drawings.length < settings.maxDrawingsPerCanvas
}

/** [R27] Asked once for all canvases, which are many. */
function mayMissIn({ settings: chosen }: Game): boolean {
  return chosen.modifier === 'one-stroke' && modeOf(chosen).afterLock === 'next'
}

/** [R27] */
function missedOn(game: Game, canvas: Canvas, drawing: Drawing): number {
  return hasNext(game, canvas) ? missedAtMs(game, drawing) : Number.POSITIVE_INFINITY
}

/** When a canvas at rest next has something to decide, in ms since the round began; Infinity when none has. */
export function nextHoldOf(game: Game, canvases: readonly Canvas[]): number {
  if (modeOf(game.settings).isVotedOn) return Number.POSITIVE_INFINITY
  const mayMiss = mayMissIn(game)
  let next = Number.POSITIVE_INFINITY
  for (const canvas of canvases) {
    const drawing = currentDrawing(canvas)
    const holdMs = nextHoldMs(drawing)
    if (holdMs !== null && holdMs < next) next = holdMs
    if (mayMiss) next = Math.min(next, missedOn(game, canvas, drawing))
  }
  return next
}

/** When the pen has to be down for good on a canvas, in ms since the round began; Infinity as long as it may go on. */
export function finishMs(game: Game, canvas: Canvas): number {
  const drawing = currentDrawing(canvas)
  if (modeOf(game.settings).afterLock === 'next') return Number.POSITIVE_INFINITY
  if (drawing.lock) return drawing.settledMs + settings.penFinishMs
  const endMs = strokeEndMs(game, drawing)
  return endMs === null ? Number.POSITIVE_INFINITY : endMs + settings.penFinishMs
}

export function areJudged(canvases: readonly Canvas[]): boolean {
  return canvases.every((canvas) => isJudged(currentDrawing(canvas)))
}
