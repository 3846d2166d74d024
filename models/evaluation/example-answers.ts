import { notADigit } from '#game/protocol/constants'
import { answerOf } from '#game/scoring/answer'
import type { Classification } from '#models/judge'

/** The judge's answers, a character each: a digit, or `x` for "not a digit". */
export function answerTextOf(guesses: readonly Classification[]): string {
  return guesses
    .map(({ thousandths }) => answerOf(thousandths))
    .map((answer) => (answer === notADigit ? 'x' : answer))
    .join('')
}

/** The digits that the final drawings lock as, a character each: a digit, or `-` for none. */
export function lockTextOf(guesses: readonly Classification[], lockThousandths: number): string {
  return guesses
    .map(({ thousandths }) => thousandths.slice(0, notADigit).findIndex((value) => value >= lockThousandths))
    .map((digit) => (digit < 0 ? '-' : digit))
    .join('')
}
