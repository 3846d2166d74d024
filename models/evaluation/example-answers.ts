import { notADigit } from '#game/protocol/constants'
import { answerOf } from '#game/scoring/answer'
import type { Classification } from '#models/judge'
import { type PlayedDrawing, promptsLocked } from './in-play'

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

/** As which prompts drawings lock at any moment in play: {@link promptsText} of each. */
export function locksAsText(played: readonly PlayedDrawing[]): string {
  return played.map((one) => promptsText(promptsLocked(one))).join('')
}

/** @param prompts a bit for each, 0 the lowest @returns three hexadecimal characters */
export function promptsText(prompts: number): string {
  return prompts.toString(16).padStart(3, '0')
}

/** @param locksAs as {@link locksAsText} writes it */
export function isLockedAs(text: string, index: number, prompt: number): boolean {
  // One of the three characters holds the prompt's bit. To slice and parse all three took most of the gate's time.
  const code = text.charCodeAt(3 * index + 2 - (prompt >> 2))
  return (((code < 58 ? code - 48 : code - 87) >> (prompt & 3)) & 1) === 1
}
