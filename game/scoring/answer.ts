import { notADigit } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'
import { settings } from '#game/settings'

/**
 * [S13] The judge's answer to a drawing: its most probable digit, or "not a digit" where it is as sure of that as it would
 * have to be of a digit to lock.
 *
 * @param thousandths eleven probabilities, "not a digit" last
 * @returns 0-9, or 10 for "not a digit"
 */
export function answerOf(thousandths: readonly number[]): number {
  if ((thousandths[notADigit] ?? 0) >= settings.lockThousandths) return notADigit
  return surestDigitOf(thousandths).digit
}

/** The most probable digit, however sure the judge is that it is none; of equals the smallest. */
export function surestDigitOf(thousandths: readonly number[]): {
  readonly digit: Digit
  readonly thousandths: number
} {
  const digits = thousandths.slice(0, notADigit)
  const most = Math.max(...digits)
  return { digit: digits.indexOf(most) as Digit, thousandths: most }
}

/** What the judge thinks a drawing most likely is, and whether it is as sure of it as of a lock. */
export type Leaning = { readonly label: number; readonly thousandths: number; readonly isSure: boolean }

/**
 * What is shown while the judge watches: the most probable of all eleven labels, so that "not a digit" may lead before it
 * would be the answer [S13].
 *
 * @param thousandths eleven probabilities, "not a digit" last
 */
export function leaningOf(thousandths: readonly number[]): Leaning {
  const most = Math.max(...thousandths)
  return {
    label: thousandths.indexOf(most),
    thousandths: most,
    isSure: most >= settings.lockThousandths,
  }
}
