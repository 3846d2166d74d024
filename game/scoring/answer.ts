import { notADigit } from '#game/protocol/scalars'
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
  const digits = thousandths.slice(0, notADigit)
  return digits.indexOf(Math.max(...digits))
}
