import type { Guess } from '#game/drawing/drawing'
import { type Hands, handOf } from '#game/drawing/hands'
import type { InkOp } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { answerOf } from '#game/scoring/answer'
import { growStrokes, noStrokes, type StrokeState } from '../../ink/canvas/stroke-state'

/** A stored drawing made ready to be watched at any moment. Times are ms since the round began. */
export type Timeline = {
  readonly ops: readonly InkOp[]
  /** After so many ops. */
  readonly states: readonly StrokeState[]
  readonly hands: Hands | undefined
  readonly guesses: readonly Guess[]
  /** When the drawing was as each guess saw it. */
  readonly guessedAtMs: readonly number[]
  readonly endMs: number
}

export function makeTimeline({
  ink,
  guesses,
  hands,
}: {
  readonly ink: string
  readonly guesses: readonly Guess[]
  readonly hands?: Hands
}): Timeline {
  const ops = decodeInk(ink)
  const states = [noStrokes]
  for (const [index, op] of ops.entries()) {
    states.push(growStrokes(states.at(-1) ?? noStrokes, [op], handOf(hands, index)))
  }
  return {
    ops,
    states,
    hands,
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
export function strokesAt({ ops, states, hands }: Timeline, atMs: number): StrokeState {
  const next = ops.findIndex((op) => op.atMs > atMs)
  const whole = states[next === -1 ? ops.length : next] ?? noStrokes
  const begun = ops[next] ? drawnBy(ops[next], atMs) : null
  return begun ? growStrokes(whole, [begun], handOf(hands, next)) : whole
}

/** The index of the guess that stood at that time, -1 before the first. */
export function guessIndexAt({ guessedAtMs }: Timeline, atMs: number): number {
  return guessedAtMs.findLastIndex((guessedMs) => guessedMs <= atMs)
}

/** A moment when the network changed its mind. */
export type AnswerChange = { readonly atMs: number; readonly from: number; readonly to: number }

export function answerChangesOf({ guesses, guessedAtMs }: Timeline): AnswerChange[] {
  const answers = guesses.map(({ thousandths }) => answerOf(thousandths))
  return answers.flatMap((to, index) => {
    const from = answers[index - 1]
    return from !== undefined && from !== to ? [{ atMs: guessedAtMs[index] ?? 0, from, to }] : []
  })
}
