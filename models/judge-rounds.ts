import type { Edition } from '#game/drawing/editions'
import { guessAgain, type StoredDrawing } from '#game/records/check-drawing'
import { rescore } from '#game/records/rescore'
import { answerOf } from '#game/scoring/answer'
import type { Judge } from './judge'
import { classifyInBatches } from './rescore-game'

type JudgedRound<Drawing> = { readonly edition?: Edition; readonly drawings: readonly Drawing[] }

/** What a network makes of a drawing, or would have made. */
export type DrawingOutcome = {
  /** Its answer at the end [S13]: 10 is "not a digit", null where it was shown nothing. */
  readonly answer: number | null
  /** Since the prompt appeared; null where the drawing does not lock. */
  readonly lockAtMs: number | null
  readonly points: number
}

/**
 * [F23] What a network would have made of stored drawings, by the rules of their rounds: it is shown what the judge of the round was
 * shown, at the same moments. One after the other, so that progress can be told.
 */
export function* judgeRounds<Drawing extends StoredDrawing>(
  rounds: readonly JudgedRound<Drawing>[],
  judge: Pick<Judge, 'classify'>,
): Generator<{ readonly drawing: Drawing; readonly outcome: DrawingOutcome }> {
  for (const { drawings, edition } of rounds)
    for (const drawing of drawings) {
      const guesses = guessAgain(drawing, (shown) => classifyInBatches(judge, shown))
      const { lock, points } = rescore(drawing, guesses, edition)
      const final = guesses.at(-1)
      const answer = final ? answerOf(final.thousandths) : null
      yield { drawing, outcome: { answer, lockAtMs: lock?.atMs ?? null, points } }
    }
}

/** What came of a stored drawing in its round. */
export function storedOutcome({ guesses, lock, points }: StoredDrawing): DrawingOutcome {
  const final = guesses.at(-1)?.thousandths
  return { answer: final ? answerOf(final) : null, lockAtMs: lock?.atMs ?? null, points }
}

/** Whether a player would have noticed: another answer, or a lock more or less. */
export function isOtherOutcome(one: DrawingOutcome, other: DrawingOutcome): boolean {
  return one.answer !== other.answer || (one.lockAtMs === null) !== (other.lockAtMs === null)
}
