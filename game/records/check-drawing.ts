import { type Answer, type Guess, guessOf } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import type { Shown } from '#game/drawing/pen-path'
import type { DrawingScore } from '#game/scoring/score'
import type { DrawingRecord } from './record'
import { nothingDrawn, rescore, shownAgain } from './rescore'

/** What a judge says of drawings, in the same order. */
export type Classify = (shown: readonly Shown[]) => readonly Answer[]

/** What came of scoring a stored drawing again, beside what is stored. */
export type DrawingCheck = {
  /** How many are stored whole. */
  readonly guesses: number
  /** How many of them are the same to the thousandth. */
  readonly sameGuesses: number
  readonly isSameLock: boolean
  readonly isSamePoints: boolean
  readonly again: DrawingScore
}

/** A guess as it is stored: in time of most only what the judge was shown is kept, for it says the same again. */
export type StoredGuess = Omit<Guess, 'thousandths'> & { readonly thousandths: Guess['thousandths'] | null }

export type StoredDrawing = Pick<
  DrawingRecord,
  'prompt' | 'sum' | 'promptAtMs' | 'ink' | 'lock' | 'wrongLocks' | 'votes' | keyof DrawingScore
> & { readonly guesses: readonly StoredGuess[] }

/**
 * [S10] Every guess of a stored drawing, asked of the judge again.
 * @throws InkFormatError when the stored ink cannot be read
 */
export function guessAgain(
  stored: Pick<StoredDrawing, 'prompt' | 'ink' | 'guesses'>,
  classify: Classify,
): readonly Guess[] {
  const shown = shownAgain(stored)
  const answers = [...classify(shown.filter((each) => each !== null))]
  return stored.guesses.map(({ opCount }, index) => {
    const answer = shown[index] ? answers.shift() : nothingDrawn
    if (!answer) throw new RangeError('the judge answered fewer pictures than it was shown')
    return guessOf(answer, opCount, stored.prompt)
  })
}

/**
 * [S10] Scores a stored drawing anew from its strokes: every guess is asked of the judge again, and lock and points follow
 * from the new guesses alone.
 * @param edition of the rules that its round was judged by
 * @throws InkFormatError when the stored ink cannot be read
 */
export function checkDrawing(stored: StoredDrawing, classify: Classify, edition?: Edition): DrawingCheck {
  const guesses = guessAgain(stored, classify)
  const { lock, wrongLocks, ...again } = rescore(stored, guesses, edition)
  return {
    guesses: stored.guesses.filter(({ thousandths }) => thousandths !== null).length,
    sameGuesses: guesses.filter((guess, index) => isSame(guess, stored.guesses[index])).length,
    isSameLock:
      lock?.atMs === stored.lock?.atMs &&
      lock?.guessIndex === stored.lock?.guessIndex &&
      lock?.heldIndex === stored.lock?.heldIndex &&
      wrongLocks === stored.wrongLocks,
    isSamePoints:
      again.points === stored.points && again.speed === stored.speed && again.cleanness === stored.cleanness,
    again,
  }
}

function isSame(one: Guess, other: StoredGuess | undefined): boolean {
  return (
    one.promptStrokeThousandths === other?.promptStrokeThousandths &&
    one.thousandths.every((value, label) => value === other?.thousandths?.[label])
  )
}
