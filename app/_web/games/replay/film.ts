import type { Guess } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { answerOf } from '#game/scoring/answer'
import { emptySheet, growSheet, type Sheet } from '../../ink/canvas/sheet'

/** A stored drawing made ready to be watched at any moment. Times are ms since the round began. */
export type Film = {
  readonly ops: readonly InkOp[]
  /** After so many ops. */
  readonly sheets: readonly Sheet[]
  readonly guesses: readonly Guess[]
  /** When the drawing was as each guess saw it. */
  readonly guessedAtMs: readonly number[]
  readonly endMs: number
}

export function makeFilm({
  ink,
  guesses,
}: {
  readonly ink: string
  readonly guesses: readonly Guess[]
}): Film {
  const ops = decodeInk(ink)
  const sheets = [emptySheet]
  for (const op of ops) sheets.push(growSheet(sheets.at(-1) ?? emptySheet, [op]))
  return {
    ops,
    sheets,
    guesses,
    guessedAtMs: guesses.map(({ opCount }) => ops[opCount - 1]?.atMs ?? 0),
    endMs: ops.at(-1)?.atMs ?? 0,
  }
}

/** The points of a batch count together, when it arrived; here each shows as long before that as it was drawn before the last. */
function drawnBy(op: InkOp, atMs: number): InkOp | null {
  if (op.kind !== 'draw') return null
  const lastT = op.points.at(-1)?.t ?? 0
  const points = op.points.filter(({ t }) => op.atMs - (lastT - t) <= atMs)
  return points.length > 0 ? { ...op, points } : null
}

/** What was on the canvas at that time. */
export function sheetAt({ ops, sheets }: Film, atMs: number): Sheet {
  const next = ops.findIndex((op) => op.atMs > atMs)
  const whole = sheets[next === -1 ? ops.length : next] ?? emptySheet
  const begun = ops[next] ? drawnBy(ops[next], atMs) : null
  return begun ? growSheet(whole, [begun]) : whole
}

/** The place of the guess that stood at that time, -1 before the first. */
export function guessIndexAt({ guessedAtMs }: Film, atMs: number): number {
  return guessedAtMs.findLastIndex((guessedMs) => guessedMs <= atMs)
}

/** A moment when the network changed its mind. */
export type Flip = { readonly atMs: number; readonly from: number; readonly to: number }

export function flipsOf({ guesses, guessedAtMs }: Film): Flip[] {
  const answers = guesses.map(({ thousandths }) => answerOf(thousandths))
  return answers.flatMap((to, index) => {
    const from = answers[index - 1]
    return from !== undefined && from !== to ? [{ atMs: guessedAtMs[index] ?? 0, from, to }] : []
  })
}
