import type { Drawing, Guess, Lock, Run } from '#game/drawing/drawing'
import { type Edition, presentEdition } from '#game/drawing/editions'
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
  /** Whether the pen has to be lifted in the run that locks. */
  readonly needsLift: boolean
  /** [S19] The least probability of the prompt by the stroke network, where there is one. */
  readonly leastStrokeThousandths: number
}

const { lockThousandths, lockHoldMs, leastStrokeThousandths } = settings
const any = { lockThousandths, lockHoldMs, leastStrokeThousandths: 0 }
const lockRules: Record<Edition, LockRule> = {
  1: { ...any, needsDrawing: false, needsLift: false },
  2: { ...any, needsDrawing: true, needsLift: false },
  3: { ...any, needsDrawing: true, needsLift: true, leastStrokeThousandths },
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

/** [S19] Whether a guess, however sure of the picture, keeps its drawing from locking: the pen did not go the way of the prompt. */
export function isVetoed({ promptStrokeThousandths }: Guess, rule: LockRule): boolean {
  return promptStrokeThousandths !== undefined && promptStrokeThousandths < rule.leastStrokeThousandths
}

/**
 * Whether the pen is seen to be lifted in the ops of `ink` from one up to, but not including, another. An undo leaves it lifted as well, from
 * what was there before: but only where it comes last is that what the judge sees.
 */
export function isLiftedWithin(ink: Pick<readonly InkOp[], 'slice'>, from: number, opCount: number): boolean {
  const ops = ink.slice(from, opCount)
  return ops.at(-1)?.kind === 'undo' || ops.some(({ kind }) => kind === 'lift')
}

/**
 * Whether a run may lock, as far as the pen is concerned. A lift changes no picture, so one that comes next belongs to what the judge saw.
 * @param next what arrived after the last guess of the run
 * @param isOver whether nothing more will be guessed: the end of a round lifts a pen that is down
 */
export function isPenLifted(run: Run, next: InkOp | undefined, isOver: boolean, rule: LockRule): boolean {
  return !rule.needsLift || run.isLifted || next?.kind === 'lift' || isOver
}

/**
 * [S2] The lock of a drawing: the beginning of the first run of guesses that give the prompt `lockThousandths` or more
 * and go on doing so for `lockHoldMs` and until the pen is lifted, once there is a drawing to be seen [F1], and are not vetoed [S19]. A resting pen counts as going on:
 * the same picture gets the same answer.
 * @param untilMs up to when it is known that no further ink arrived, in ms since the round began; Infinity once it ended.
 */
export function findLock(
  drawing: JudgedDrawing,
  untilMs: number,
  rule: LockRule = lockRuleOf(drawing.edition),
): Lock | null {
  const { ink, guesses, promptAtMs } = drawing
  const lastIndex = untilMs === Number.POSITIVE_INFINITY ? guesses.length - 1 : -1
  let run: Run | null = null
  let seen = 0
  for (const [heldIndex, guess] of guesses.entries()) {
    if (isVetoed(guess, rule) || !isSure(drawing, guess, drawing.prompt, rule)) {
      run = null
      continue
    }
    const { opCount } = guess
    const from: number = run ? seen : opCount - 1
    run ??= { atMs: sawMs(drawing, guess) - promptAtMs, guessIndex: heldIndex, isLifted: false }
    run = { ...run, isLifted: run.isLifted || isLiftedWithin(ink, from, opCount) }
    seen = opCount
    const { atMs, guessIndex } = run
    const hasHeld = standsUntilMs(drawing, guess, untilMs) - promptAtMs - atMs >= rule.lockHoldMs
    if (hasHeld && isPenLifted(run, ink[opCount], heldIndex === lastIndex, rule))
      return { atMs, guessIndex, heldIndex }
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

/**
 * [S19] The digit that a drawing looks like but is not drawn like, for screens to say so.
 * @param guess of a drawing whose prompt is this digit
 */
export function digitDrawnUnlike(guess: Guess, digit: Digit): Digit | null {
  const rule = lockRuleOf(presentEdition)
  return isBelieved(guess, digit, rule) && isVetoed(guess, rule) ? digit : null
}
