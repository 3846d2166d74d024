import type { InkOp } from '#game/drawing/ink'
import { nextRandom } from '#game/prompts/random'
import type { Digit } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { isStrokeOver } from '../../app/_web/play/room-client/modify-ink'
import type { RoomClient } from '../../app/_web/play/room-client/room-client'
import type { RoomState } from '../../app/_web/play/room-client/room-state'
import { digitOf } from '../../app/_web/play/room-client/select-canvases'
import { handwrite } from '../handwriting'

/** The strokes of a digit, in logical units and ms since the pen first came down, each with its lift. */
export type WritingHand = (digit: Digit, seed: number) => InkOp[][]

/** From the prompt until the pen comes down: what people need to read it. */
const reactionMs = { least: 400, most: 700 }
/** Who has not been recognised so long after the last stroke wipes it away and draws anew. */
const patienceMs = 1_500

export const handwriting: WritingHand = (digit, seed) => {
  const toGrid = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * (settings.gridSize - 1))
  return handwrite(digit, seed).map((stroke) => [
    ...stroke.map(
      ({ x, y, t }): InkOp => ({ kind: 'draw', atMs: t, points: [{ x: toGrid(x), y: toGrid(y), t }] }),
    ),
    { kind: 'lift', atMs: stroke.at(-1)?.t ?? 0 },
  ])
}

type Writing = { readonly key: string; tries: number; beginMs: number; strokes: InkOp[][]; isDone: boolean }

/** @returns called in every tick, draws what a hand would have drawn by then */
export function drawAsPlayer(client: RoomClient, seed: number, hand: WritingHand): () => void {
  let writing: Writing | null = null

  function begin({ digit }: Drawable, key: string, nowMs: number, tries: number): Writing {
    const [random] = nextRandom((seed * 7_919 + digit * 104_729 + nowMs) >>> 0)
    const { least, most } = reactionMs
    const beginMs = nowMs + (tries > 0 ? 0 : least + random * (most - least))
    return { key, tries, beginMs, strokes: hand(digit, seed + nowMs + tries), isDone: false }
  }

  return () => {
    const on = drawable(client.store.getState())
    if (!on) return
    const nowMs = Math.max(0, Math.round(client.now() - on.startedAt))
    if (writing?.key !== on.key) writing = begin(on, on.key, nowMs, 0)
    const due = takeDue(writing, nowMs)
    if (due.length > 0 && !on.isOver) client.draw(on.drawing, due)
    const atMs = on.ink.at(-1)?.atMs
    if (writing.strokes.length > 0 || writing.isDone || atMs === undefined) return
    if (on.isFool) {
      writing.isDone = true
      void client.request('round:ready', { round: on.round })
    } else if (!on.isOver && nowMs - atMs > patienceMs) {
      client.draw(on.drawing, [{ kind: 'clear', atMs: nowMs }])
      writing = begin(on, on.key, nowMs, writing.tries + 1)
    }
  }
}

/** The ops that the pen has made by now. */
function takeDue(writing: Writing, nowMs: number): InkOp[] {
  const due: InkOp[] = []
  for (let stroke = writing.strokes[0]; stroke; stroke = writing.strokes[0]) {
    const op = stroke[0]
    if (!op) writing.strokes.shift()
    else if (writing.beginMs + op.atMs > nowMs) break
    else due.push(later(stroke.shift() as InkOp, Math.round(writing.beginMs)))
  }
  return due
}

type Drawable = NonNullable<ReturnType<typeof drawable>>

function drawable({ connection, room, phase, own, canvases }: RoomState) {
  if (connection.name !== 'connected' || phase?.name !== 'drawing' || room?.pause || !own) return null
  const canvas = canvases[own.canvas]
  if (!canvas || canvas.lock || (canvas.prompt === null && !canvas.sum)) return null
  const { gameStartedAt, round, startedAt, mode } = phase
  const key = [gameStartedAt, round, own.canvas, own.drawing, startedAt].join()
  const isFool = mode === 'fool'
  const asked = digitOf(canvas)
  return {
    ...{ key, startedAt, round, isFool, drawing: own.drawing },
    ink: own.log.ops,
    isOver: isStrokeOver(room?.settings.modifier ?? 'none', own.log.ops),
    digit: isFool ? misreadable(asked) : asked,
  }
}

/** A digit that nobody takes for the one that is asked for: it fools the judge, and people as well. */
function misreadable(asked: Digit): Digit {
  return asked === 1 || asked === 7 ? 0 : 1
}

function later(op: InkOp, byMs: number): InkOp {
  const atMs = op.atMs + byMs
  return op.kind === 'draw'
    ? { ...op, atMs, points: op.points.map((point) => ({ ...point, t: point.t + byMs })) }
    : { ...op, atMs }
}
