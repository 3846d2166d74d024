import {
  type Drawing,
  type Guess,
  type LockState,
  noLockState,
  type Run,
  withGuesses,
} from '#game/drawing/drawing'
import { seeMore, shapeSeen } from '#game/drawing/seen-ink'
import { isDrawing } from '#game/drawing/shape'
import { digitCount } from '#game/protocol/constants'
import { settings } from '#game/settings'
import { isBelieved, isLiftedWithin, isPenLifted, isVetoed, lockRuleOf } from './lock'

/**
 * The lock rule, evaluated incrementally as a drawing grows: the same answers as `findLock` and `countWrongLocks` without a pass over
 * all earlier guesses. All guesses but the last one stand until ink that has arrived already, so what they decide never changes.
 */

type Decided = Pick<LockState, 'lock' | 'wrongLocks'>

/** @param guess has seen more ink than the one before it */
export function addGuess(drawing: Drawing, guess: Guess): Drawing {
  const guesses = drawing.guesses.append([guess])
  if (drawing.lock) return { ...drawing, guesses }
  const decided = decide(drawing, endlessRestMs)
  const seen = seeMore(drawing.lockState.seen, drawing.ink, guess.opCount)
  const rule = lockRuleOf(drawing.edition)
  const mayLock = !rule.needsDrawing || isDrawing(shapeSeen(seen))
  const isSure = mayLock && isBelieved(guess, drawing.prompt, rule) && !isVetoed(guess, rule)
  const run = isSure ? growRun(drawing, guess) : null
  const isLifted = drawing.ink.at(guess.opCount - 1)?.kind === 'lift'
  const isWrong = mayLock && isLifted && isOtherBelieved(drawing, guess)
  const { lock, wrongLocks } = decided
  return withGuesses(drawing, guesses, { seen, run, isWrong, lock, wrongLocks })
}

function growRun({ ink, guesses, promptAtMs, lockState }: Drawing, guess: Guess): Run {
  const { run, seen } = lockState
  const from = run ? seen.opCount : guess.opCount - 1
  const begun: Run = run ?? {
    atMs: (ink.at(guess.opCount - 1)?.atMs ?? 0) - promptAtMs,
    guessIndex: guesses.length,
    isLifted: false,
  }
  if (begun.isLifted || !isLiftedWithin(ink, from, guess.opCount)) return begun
  return { ...begun, isLifted: true }
}

function isOtherBelieved({ prompt, edition }: Drawing, guess: Guess): boolean {
  const rule = lockRuleOf(edition)
  for (let digit = 0; digit < digitCount; digit++)
    if (digit !== prompt && isBelieved(guess, digit, rule)) return true
  return false
}

/** When a guess counts: the arrival of the last ink it saw. */
function sawMs({ ink }: Drawing, guess: Guess): number {
  return ink.at(guess.opCount - 1)?.atMs ?? 0
}

/** A rest without end, other than Infinity, which stands for the end of the round and counts as a lift. */
const endlessRestMs = Number.MAX_SAFE_INTEGER

/** @param untilMs up to when it is known that no further ink arrived, in ms since the round began; Infinity once it ended */
function decide(drawing: Drawing, untilMs: number): Decided {
  const { ink, guesses, promptAtMs, lockState, edition } = drawing
  const { lock, run, isWrong, wrongLocks } = lockState
  const last = guesses.at(-1)
  if (lock || !last) return { lock, wrongLocks }
  const next = ink.at(last.opCount)
  const standsUntilMs = next?.atMs ?? untilMs
  const rule = lockRuleOf(edition)
  const hasHeld = run && standsUntilMs - promptAtMs - run.atMs >= rule.lockHoldMs
  if (hasHeld && isPenLifted(run, next, untilMs === Number.POSITIVE_INFINITY, rule)) {
    // No wrong lock lies within the run: a pen lifted for as long as a wrong lock takes would have made the run a lock.
    const { atMs, guessIndex } = run
    return { lock: { atMs, guessIndex, heldIndex: guesses.length - 1 }, wrongLocks }
  }
  const hasRested = standsUntilMs - sawMs(drawing, last) >= settings.wrongLockHoldMs
  return { lock: null, wrongLocks: wrongLocks + (isWrong && hasRested ? 1 : 0) }
}

/**
 * [S5] When a drawing at rest will have something to decide if no further ink arrives, in ms since the round began;
 * null when it has not.
 */
export function nextHoldMs(drawing: Drawing): number | null {
  const last = drawing.guesses.at(-1)
  if (drawing.lock || !last || last.opCount < drawing.ink.length) return null
  const { lock, wrongLocks } = decide(drawing, endlessRestMs)
  if (lock) return drawing.promptAtMs + lock.atMs + settings.lockHoldMs
  return wrongLocks > drawing.wrongLocks ? sawMs(drawing, last) + settings.wrongLockHoldMs : null
}

/** [S2] [S4] [S5] The drawing with everything decided that is known up to `untilMs`; the same object when nothing is new. */
export function settleDrawing(drawing: Drawing, untilMs: number): Drawing {
  const { lockState } = drawing
  const mayDecide = lockState.run || lockState.isWrong || lockState.lock
  if (drawing.lock || (!mayDecide && lockState.wrongLocks === drawing.wrongLocks)) return drawing
  const { lock, wrongLocks } = decide(drawing, untilMs)
  if (!lock && wrongLocks === drawing.wrongLocks) return drawing
  const settledMs = Math.max(drawing.settledMs, untilMs)
  return { ...drawing, lock, wrongLocks, settledMs, lockState: lock ? noLockState : lockState }
}
