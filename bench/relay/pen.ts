import type { InkOp, Point } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { handwrite, type PenPoint } from '../../e2e/handwriting'

/** A pen that draws digit after digit without a pause, clearing the canvas in between. Each call gives the ink of the next batch. */
export type RelayPen = { next(): readonly InkOp[] }

/** Screens report a finger so often. */
const pointMs = 1000 / 60
/** How many different hands there are: hundreds of pens have to be light. */
const hands = 16
const handwritten = new Map<string, Point[][]>()

function handOf(digit: number, hand: number): readonly Point[][] {
  const key = `${digit} ${hand}`
  const known = handwritten.get(key) ?? handwrite(digit, hand).map((stroke) => stroke.map(toGrid))
  handwritten.set(key, known)
  return known
}

/**
 * @param digits drawn in turn, again and again
 * @param batchMs how much time a batch holds
 */
export function takePen(
  seed: number,
  digits: readonly number[],
  batchMs: number = settings.inkBatchMs,
): RelayPen {
  const pointsPerBatch = Math.round(batchMs / pointMs)
  const waiting: InkOp[][] = []
  let written = 0
  let atMs = 0

  function write(): void {
    const digit = digits[(seed + written) % digits.length] ?? 0
    if (written > 0) waiting.push([{ kind: 'clear', atMs: 0 }])
    for (const stroke of handOf(digit, (seed * 7 + written) % hands)) {
      for (let at = 0; at < stroke.length; at += pointsPerBatch) {
        waiting.push([{ kind: 'draw', atMs: 0, points: stroke.slice(at, at + pointsPerBatch) }])
      }
      waiting.at(-1)?.push({ kind: 'lift', atMs: 0 })
    }
    written++
  }

  return {
    next() {
      if (waiting.length === 0) write()
      atMs += batchMs
      return (waiting.shift() ?? []).map((op) => stamp(op, atMs))
    },
  }
}

export function toGrid({ x, y }: PenPoint) {
  return { x: Math.round(x * (settings.gridSize - 1)), y: Math.round(y * (settings.gridSize - 1)), t: 0 }
}

function stamp(op: InkOp, atMs: number): InkOp {
  if (op.kind !== 'draw') return { ...op, atMs }
  return { ...op, atMs, points: op.points.map((point) => ({ ...point, t: atMs })) }
}
