import type { Drawing, Guess, Lock } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { isDrawing, shapeOf } from '#game/drawing/shape'
import { memoise } from '#game/memoise'
import { notADigit } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'
import { settings } from '#game/settings'

/**
 * The lock rule, asked of a whole drawing: what scoring again and evaluations go by. Live drawings are asked guess by guess
 * (live-lock), which comes to the same.
 */

/** When a guess counts: the arrival of the last ink it saw. */
function sawMs({ ink }: JudgedDrawing, guess: Guess): number {
  return ink[guess.opCount - 1]?.atMs ?? 0
}

/** Until when a guess stands: the arrival of the next ink, or `untilMs` where there is none yet. */
function standsUntilMs({ ink }: JudgedDrawing, guess: Guess, untilMs: number): number {
  return ink[guess.opCount]?.atMs ?? untilMs
}

/** A drawing and all that was guessed of it, as a record has it. */
export type JudgedDrawing = Pick<Drawing, 'prompt' | 'promptAtMs' | 'edition'> & {
  readonly ink: readonly InkOp[]
  readonly guesses: readonly Guess[]
}

/** What decides a lock: an edition's rule, or others that an evaluation tries on recorded drawings. */
export type LockRule = {
  readonly lockThousandths: number
  readonly lockHoldMs: number
  /** [F1] */
  readonly needsDrawing: boolean
}

const { lockThousandths, lockHoldMs } = settings
const lockRules: Record<Edition, LockRule> = {
  1: { lockThousandths, lockHoldMs, needsDrawing: false },
  2: { lockThousandths, lockHoldMs, needsDrawing: true },
}

/** @param edition what has none is from before there were two */
export function lockRuleOf(edition: Edition = 1): LockRule {
  return lockRules[edition]
}

/** Memoised by guess: what a guess saw never changes, and no other drawing has that guess. */
const drawingsSeen = memoise<Guess, boolean>()

function sawDrawing({ ink }: JudgedDrawing, guess: Guess): boolean {
  return drawingsSeen(guess, () => isDrawing(shapeOf(strokesOf(ink, guess.opCount))))
}

/** [F1] Whether a guess is sure of a digit, and saw enough to be. What is seldom true and quickly known comes first. */
function isSure(drawing: JudgedDrawing, guess: Guess, digit: Digit, rule: LockRule): boolean {
  return isBelieved(guess, digit, rule) && (!rule.needsDrawing || sawDrawing(drawing, guess))
}

export function isBelieved({ thousandths }: Guess, digit: Digit, rule: LockRule): boolean {
  return (thousandths[digit] ?? 0) >= rule.lockThousandths
}

/**
 * [S2] The lock of a drawing: the beginning of the first run of guesses that give the prompt `lockThousandths` or more
 * and go on doing so for `lockHoldMs`, once there is a drawing to be seen [F1]. A resting pen counts as going on: the same picture gets the same answer.
 * @param untilMs up to when it is known that no further ink arrived, in ms since the round began; Infinity once it ended.
 */
export function findLock(
  drawing: JudgedDrawing,
  untilMs: number,
  rule: LockRule = lockRuleOf(drawing.edition),
): Lock | null {
  let run: Lock | null = null
  for (const [guessIndex, guess] of drawing.guesses.entries()) {
    if (!isSure(drawing, guess, drawing.prompt, rule)) {
      run = null
      continue
    }
    run ??= { atMs: sawMs(drawing, guess) - drawing.promptAtMs, guessIndex, heldIndex: guessIndex }
    const heldMs = standsUntilMs(drawing, guess, untilMs) - drawing.promptAtMs - run.atMs
    if (heldMs >= rule.lockHoldMs) return { ...run, heldIndex: guessIndex }
  }
  return null
}

/**
 * [S4] How often the pen was lifted and rested for `wrongLockHoldMs` on a picture that the judge took for another digit.
 * Guesses from the lock on do not count.
 */
export function countWrongLocks(drawing: JudgedDrawing, untilMs: number, lock: Lock | null): number {
  const rule = lockRuleOf(drawing.edition)
  return drawing.guesses.slice(0, lock?.guessIndex).filter((guess) => {
    // Asked of every guess at every step, so what is seldom true and quickly known comes first.
    if (drawing.ink[guess.opCount - 1]?.kind !== 'lift') return false
    const restMs = standsUntilMs(drawing, guess, untilMs) - sawMs(drawing, guess)
    return restMs >= settings.wrongLockHoldMs && isSureOfOther(drawing, guess, rule)
  }).length
}

function isSureOfOther(drawing: JudgedDrawing, guess: Guess, rule: LockRule): boolean {
  return guess.thousandths
    .slice(0, notADigit)
    .some((_, digit) => digit !== drawing.prompt && isSure(drawing, guess, digit, rule))
}
