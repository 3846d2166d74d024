import { inkLength } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord } from '#game/records/record'
import { findLock } from '#game/scoring/lock'
import type { WatchedDrawing } from '#models/evaluation/watch'

/** No data set has prompts. In play people begin 350 ms after theirs at the earliest. */
const assumedReactionMs = 350

const nobody = { id: '00000000-0000-4000-8000-000000000001', name: 'Hand', colour: 0 }

/**
 * A recorded drawing as a round would store it, begun `assumedReactionMs` after its prompt.
 * @returns null when it does not lock
 */
export function asRecord(watched: WatchedDrawing): DrawingRecord | null {
  const ink = watched.ink.map((op) =>
    op.kind === 'draw'
      ? { ...op, atMs: op.atMs + assumedReactionMs, points: op.points.map(later) }
      : { ...op, atMs: op.atMs + assumedReactionMs },
  )
  const lock = findLock({ ...watched, ink }, Number.POSITIVE_INFINITY)
  if (!lock) return null
  const text = encodeInk(ink)
  return {
    ...{ points: 0, speed: 0, cleanness: 0, canvas: 0, index: 0, players: [nobody] },
    ...{
      prompt: watched.prompt,
      promptAtMs: 0,
      ink: text,
      pointCount: 0,
      inkLength: Math.round(inkLength(ink)),
    },
    ...{ guesses: watched.guesses, lock, wrongLocks: 0, lagCreditMs: 0, isByKeyboard: false },
  }
}

function later<Point extends { readonly t: number }>(point: Point): Point {
  return { ...point, t: point.t + assumedReactionMs }
}
