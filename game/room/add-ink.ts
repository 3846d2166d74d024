import { type Drawing, growInk } from '#game/drawing/drawing'
import { addHand } from '#game/drawing/hands'
import { countPoints, type InkOp, inkLength } from '#game/drawing/ink'
import type { PackedList } from '#game/packed-list'
import type { Refusal } from '#game/protocol/refusal'
import type { PlayerId } from '#game/protocol/scalars'
import { replaceAt } from '#game/replace-at'
import { settings } from '#game/settings'
import { finishMs, type Settled } from './canvases'
import type { CommandOf } from './command'
import type { DrawingEvent, InkAdded } from './event'
import { modeOf } from './modes'
import { ofOneStroke, strokeEndMs } from './one-stroke'
import { type Canvas, currentDrawing, type Game, presentPlayers, type Room, withDrawing } from './room'

type Moment = {
  /** Since the round began. */
  readonly nowMs: number
  /** When pens are down for all, since the round began. */
  readonly endMs: number
  /** Those present may be given the pen. */
  readonly players: Room['players']
}

/**
 * [D3] [D4] Adds a batch of ops to the drawing it was meant for. Idempotent: of a batch that is sent again only the ops that the
 * drawing does not have yet are added.
 */
export function addInk(
  game: Game,
  canvases: readonly Canvas[],
  command: CommandOf<'ink:add'>,
  { nowMs, endMs, players }: Moment,
): Settled | Refusal {
  if (command.round !== game.round) return 'wrong-round'
  const canvasIndex = canvases.findIndex((canvas) => canvas.players.includes(command.playerId))
  const canvas = canvases[canvasIndex]
  if (!canvas) return 'not-playing'
  if (canvas.pen !== command.playerId) return 'not-your-pen'
  if (command.drawing !== canvas.drawings.length - 1) return 'drawing-over'
  const drawing = currentDrawing(canvas)
  if (command.from > drawing.ink.length) return 'ink-gap'
  const fresh = ofOneStroke(game, command.ops.slice(drawing.ink.length - command.from))
  if (fresh.length === 0) return { canvases, events: [] }
  if (strokeEndMs(game, drawing) !== null) return 'drawing-over'

  const lagCreditMs = Math.min(Math.floor(command.lagMs), settings.maxLagCreditMs)
  const atMs = Math.max(drawing.settledMs, drawing.ink.at(-1)?.atMs ?? 0, nowMs - lagCreditMs)
  if (atMs > endMs) return 'too-late'
  if (atMs > finishMs(game, canvas)) return 'drawing-over'

  const ops = timeOps(fresh, drawing.ink, atMs, nowMs)
  const { ops: added, pen } = modeOf(game.settings).passesPen
    ? passPen(game, canvas, drawing, ops, players)
    : { ops, pen: canvas.pen }
  const isTooMuch =
    drawing.pointCount + countPoints(added) > settings.maxPointsPerDrawing ||
    drawing.ink.length + added.length > settings.maxOpsPerDrawing
  if (isTooMuch) return 'ink-limit'

  const from = drawing.ink.length
  const isShared = canvas.players.length > 1
  const hand = canvas.players.indexOf(command.playerId)
  const isByKeyboard = drawing.isByKeyboard || command.isByKeyboard
  const grown = growInk(drawing, added, {
    isByKeyboard,
    lagCreditMs: Math.max(drawing.lagCreditMs, lagCreditMs),
    ...(isShared && { hands: addHand(drawing.hands ?? [], from, hand) }),
  })
  const isPassed = pen !== canvas.pen
  // No object on this path is put together from parts that may be missing: the engine takes several times as long for one.
  const { drawing: index } = command
  const event: InkAdded = {
    type: 'ink:added',
    canvas: canvasIndex,
    drawing: index,
    from,
    ops: added,
    isByKeyboard,
  }
  const events: DrawingEvent[] = [isShared ? { ...event, hand } : event]
  if (isPassed) events.push({ type: 'pen:passed', canvas: canvasIndex, drawing: index, pen })
  const drawn = withDrawing(canvas, grown)
  const after = isPassed ? { ...drawn, pen, penSince: grown.ink.length, penAtMs: nowMs } : drawn
  return { canvases: replaceAt(canvases, canvasIndex, after), events }
}

/**
 * Gives ops the time at which they count, and holds the times of their points between those before them and now: pens that
 * share a canvas have clocks of their own, and ink whose times run backwards cannot be read again.
 */
function timeOps(fresh: readonly InkOp[], before: PackedList<InkOp>, atMs: number, nowMs: number): InkOp[] {
  const last = before.findLast((op) => op.kind === 'draw')
  let lastT = last?.points.at(-1)?.t ?? 0
  return fresh.map((op) => {
    if (op.kind !== 'draw') return { kind: op.kind, atMs }
    const points = op.points.map(({ x, y, t }) => {
      lastT = Math.max(lastT, Math.min(t, nowMs))
      return { x, y, t: lastT }
    })
    return { kind: op.kind, atMs, points }
  })
}

/**
 * [R8] The pen passes on with a lift, or when its holder's ink is spent: then the stroke ends there. With nobody there to take
 * it, it stays, and all that was drawn. [R27] One stroke is not cut short.
 */
function passPen(
  game: Game,
  canvas: Canvas,
  drawing: Drawing,
  ops: readonly InkOp[],
  players: Room['players'],
): { ops: readonly InkOp[]; pen: PlayerId } {
  const present = presentPlayers({ players }).map(({ id }) => id)
  const pen = nextPen(canvas, present)
  if (pen === canvas.pen) return { ops, pen }
  const lift = ops.findIndex((op) => op.kind === 'lift')
  if (lift >= 0) return { ops: ops.slice(0, lift + 1), pen }
  if (game.settings.modifier === 'one-stroke') return { ops, pen: canvas.pen }
  const spent = inkLength([...drawing.ink.slice(canvas.penSince), ...ops])
  const atMs = ops[0]?.atMs ?? 0
  if (spent < settings.relayInkBudget) return { ops, pen: canvas.pen }
  return { ops: [...ops, { kind: 'lift', atMs }], pen }
}

/** Whose turn it is after the present holder, passing over those who are away. */
export function nextPen(canvas: Canvas, present: readonly PlayerId[]): PlayerId {
  const { players, pen } = canvas
  const turn = players.indexOf(pen)
  const others = [...players.slice(turn + 1), ...players.slice(0, turn)]
  return others.find((player) => present.includes(player)) ?? pen
}
