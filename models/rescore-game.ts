import type { Answer, Guess } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import type { Shown } from '#game/drawing/pen-path'
import { checkDrawing, type DrawingCheck, guessAgain, type StoredDrawing } from '#game/records/check-drawing'
import { classifyShown } from './classify-shown'
import type { Judge } from './judge'

type Classifier = Pick<Judge, 'classify'>
type StoredRound<Drawing> = {
  readonly index: number
  readonly judge: { readonly version: string }
  readonly edition?: Edition
  readonly drawings: readonly Drawing[]
}

export type CheckedDrawing<Drawing = StoredDrawing> = {
  readonly drawing: Drawing
  readonly round: number
  readonly check: DrawingCheck
}

/** Few enough to leave a browser time for a frame in between. */
const batchSize = 32

/** Asks a judge about drawings, a batch at a time. */
export function classifyInBatches(judge: Classifier, shown: readonly Shown[]): Answer[] {
  const answers: Answer[] = []
  for (let start = 0; start < shown.length; start += batchSize)
    answers.push(...classifyShown(judge, shown.slice(start, start + batchSize)))
  return answers
}

/**
 * [S10] Scores every drawing of a game again, one after the other so that progress can be told.
 * @param judgeOf the network of a version, ready to judge
 */
export async function* rescoreGame<Drawing extends StoredDrawing>(
  rounds: readonly StoredRound<Drawing>[],
  judgeOf: (version: string) => Promise<Classifier>,
): AsyncGenerator<CheckedDrawing<Drawing>> {
  for (const round of rounds) {
    const judge = await judgeOf(round.judge.version)
    for (const drawing of round.drawings) {
      const check = checkDrawing(drawing, (shown) => classifyInBatches(judge, shown), round.edition)
      yield { drawing, round: round.index, check }
    }
  }
}

/** A drawing all of whose guesses are known. */
export type Guessed<Drawing> = Omit<Drawing, 'guesses'> & { readonly guesses: readonly Guess[] }

/**
 * [S10] The drawings of a round with all their guesses: those that were pruned are asked of the judge again.
 * @param judgeOf the network of a version, ready to judge; asked only where something is missing
 */
export async function completeGuesses<Drawing extends StoredDrawing>(
  { judge: { version }, drawings }: StoredRound<Drawing>,
  judgeOf: (version: string) => Promise<Classifier>,
): Promise<Guessed<Drawing>[]> {
  const judge = drawings.every(isGuessed) ? null : await judgeOf(version)
  return drawings.map((drawing) => {
    if (isGuessed(drawing) || !judge) return drawing as Guessed<Drawing>
    return { ...drawing, guesses: guessAgain(drawing, (shown) => classifyInBatches(judge, shown)) }
  })
}

export function isGuessed<Drawing extends Pick<StoredDrawing, 'guesses'>>(
  drawing: Drawing,
): drawing is Drawing & { readonly guesses: readonly Guess[] } {
  return drawing.guesses.every(({ thousandths }) => thousandths !== null)
}

export type Agreement = {
  readonly drawings: number
  readonly guesses: number
  readonly sameGuesses: number
  readonly sameLocks: number
  readonly samePoints: number
}

export function sumUp(checked: readonly Pick<CheckedDrawing, 'check'>[]): Agreement {
  const count = (counted: (check: DrawingCheck) => number) =>
    checked.reduce((sum, { check }) => sum + counted(check), 0)
  return {
    drawings: checked.length,
    guesses: count(({ guesses }) => guesses),
    sameGuesses: count(({ sameGuesses }) => sameGuesses),
    sameLocks: count(({ isSameLock }) => Number(isSameLock)),
    samePoints: count(({ isSamePoints }) => Number(isSamePoints)),
  }
}

export function isAgreed({ drawings, guesses, sameGuesses, sameLocks, samePoints }: Agreement): boolean {
  return sameGuesses === guesses && sameLocks === drawings && samePoints === drawings
}
