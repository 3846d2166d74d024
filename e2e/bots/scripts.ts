import type { InkOp } from '#game/drawing/ink'
import { nextRandom } from '#game/prompts/random'
import { settings } from '#game/settings'
import { handwrite, type PenPoint } from '../handwriting'
import type { Script, Turn } from './player'

/** Strokes on the pad, in logical units and ms since the pen first came down. */
export type Recording = readonly (readonly PenPoint[])[]

/** One recording for each digit, as of somebody whose ink was stored. */
export function recordingsOf(hand: number): (digit: number) => Recording {
  return (digit) => recording(digit, hand)
}

function recording(digit: number, seed: number): Recording {
  const toGrid = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * (settings.gridSize - 1))
  return handwrite(digit, seed).map((stroke) =>
    stroke.map(({ x, y, t }) => ({ x: toGrid(x), y: toGrid(y), t })),
  )
}

function opsOf(strokes: Recording, beginMs: number): InkOp[] {
  return strokes.flatMap((stroke): InkOp[] => {
    const points = stroke.map(({ x, y, t }) => ({ x, y, t: beginMs + t }))
    const atMs = points.at(-1)?.t ?? beginMs
    return [
      ...points.map((point): InkOp => ({ kind: 'draw', atMs: point.t, points: [point] })),
      { kind: 'lift', atMs },
    ]
  })
}

/** Sends ink in real time, as a pen does. */
function draw(turn: Turn, strokes: Recording, beginMs: number): void {
  const waiting = opsOf(strokes, beginMs)
  const tick = () => {
    const next = waiting.findIndex(({ atMs }) => atMs > turn.nowMs())
    const due = waiting.splice(0, next < 0 ? waiting.length : next)
    if (due.length > 0) turn.send(due)
    if (waiting.length > 0 && turn.isOn()) setTimeout(tick, settings.inkBatchMs)
  }
  setTimeout(tick, beginMs - turn.nowMs())
}

/**
 * A person: reads, then writes, each time otherwise. Tries again where the judge does not see it.
 * @param first what they write before it, to begin with: another digit than was asked for
 */
export function person(hand: number, first: (prompt: number) => number = (prompt) => prompt): Script {
  let tries = 0
  const random = () => nextRandom(hand * 1_009 + ++tries)[0]
  return (turn) => {
    let writings = 0
    const write = () => {
      if (!turn.isOn()) return
      if (writings > 0) turn.send([{ kind: 'clear', atMs: turn.nowMs() }])
      const digit = writings++ === 0 ? first(turn.prompt) : turn.prompt
      draw(turn, recording(digit, hand * 1_009 + ++tries), turn.nowMs())
      setTimeout(write, 2_000)
    }
    setTimeout(write, 400 + 300 * random())
  }
}

/** Stored ink in so many batches, `everyMs` apart, the first `afterMs` after the prompt. */
export function inBatches(
  ink: (digit: number) => Recording,
  { batches = 1, everyMs = 0, afterMs = 0 } = {},
): Script {
  return (turn) => {
    const ops = opsOf(ink(turn.prompt), turn.promptAtMs)
    const size = Math.ceil(ops.length / batches)
    for (let batch = 0; batch < batches; batch++) {
      setTimeout(() => turn.send(ops.slice(batch * size, (batch + 1) * size)), afterMs + batch * everyMs)
    }
  }
}

/** Stored ink with the times it was drawn with, or others. */
export function replayInk(
  ink: (digit: number) => Recording,
  { afterMs, speed = 1, tremble = 0 }: { afterMs: number; speed?: number; tremble?: number },
): Script {
  let state = afterMs
  const off = () => {
    const [random, next] = nextRandom(state)
    state = next
    return Math.round((2 * random - 1) * tremble)
  }
  return (turn) => {
    const played = ink(turn.prompt).map((stroke) =>
      stroke.map(({ x, y, t }) => ({ x: hold(x + off()), y: hold(y + off()), t: Math.round(t / speed) })),
    )
    draw(turn, played, turn.promptAtMs + afterMs)
  }
}

const hold = (value: number) => Math.min(settings.gridSize - 1, Math.max(0, value))

/** The same ink, at one speed from its beginning to its end. */
export function evenly(ink: (digit: number) => Recording): (digit: number) => Recording {
  const unitsPerMs = 3
  return (digit) => {
    let ms = 0
    return ink(digit).map((stroke) =>
      stroke.map((point, index) => {
        const before = stroke[index - 1] ?? point
        ms += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2) / unitsPerMs
        return { ...point, t: Math.round(ms) }
      }),
    )
  }
}

/** The same ink, no larger than a tick. */
export function tiny(ink: (digit: number) => Recording): (digit: number) => Recording {
  return (digit) =>
    ink(digit).map((stroke) =>
      stroke.map(({ x, y, t }) => ({ x: 500 + Math.round(x / 64), y: 500 + Math.round(y / 64), t })),
    )
}
