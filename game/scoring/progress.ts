import type { Guess, Lock } from '#game/drawing/drawing'
import type { Digit } from '#game/protocol/scalars'
import { usualInk, usualWay } from './usual-ways'

/** What is known of a drawing that is being drawn. */
export type ProgressInput = {
  readonly prompt: Digit
  /** The last one; null before the first. */
  readonly guess: Pick<Guess, 'thousandths'> | null
  /** Of what is to be seen, in logical units. */
  readonly inkLength: number
  readonly isPenDown: boolean
  readonly lock: Lock | null
}

/** What a screen shows at most of a drawing that has not locked. */
export const mostUnlocked = 0.99

/**
 * [S14] How far a drawing has come, for screens to show: no probability, and nothing depends on it. It is the way that its ink has
 * come or the way that the judge's answer speaks for, whichever is shorter. While the pen is down the judge takes no more than
 * half of what the ink has come, so within a stroke it never falls by more than half, however the answers jump.
 *
 * @returns 0 to 1; 1 at the lock alone
 */
export function drawingProgress({ prompt, guess, inkLength, isPenDown, lock }: ProgressInput): number {
  if (lock) return 1
  if (!guess) return 0
  const byInk = inkWay(inkLength / (usualInk[prompt] ?? 1))
  const byAnswer = answerWay(prompt, guess.thousandths)
  const shown = Math.min(byInk, byAnswer)
  return Math.min(mostUnlocked, isPenDown ? Math.max(shown, byInk / 2) : shown)
}

/**
 * The first ink tells more of a drawing than the last: share of the usual ink to the power of 3/4, by roots, which every engine
 * rounds alike.
 */
export function inkWay(inkShare: number): number {
  const root = Math.sqrt(Math.min(1, inkShare))
  return root * Math.sqrt(root)
}

/** The way that goes with an answer: the usual one of each label, as far as the judge believes in it. */
function answerWay(prompt: Digit, thousandths: readonly number[]): number {
  const ways = usualWay[prompt] ?? []
  return thousandths.reduce((sum, value, label) => sum + value * (ways[label] ?? 0), 0) / 100_000
}
