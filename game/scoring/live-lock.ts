import { type Drawing, type Guess, type LockState, noLockState } from '#game/drawing/drawing'
import { seeMore, shapeSeen } from '#game/drawing/seen-ink'
import { isDrawing } from '#game/drawing/shape'
import { digitCount } from '#game/protocol/constants'
import { settings } from '#game/settings'
import { isBelieved, lockRuleOf } from './lock'

/**
 * The lock rule, asked guess by guess as a drawing grows: `findLock` and `countWrongLocks` without the way through all guesses
 * before. All but the last guess stand until ink that has arrived, so what they decide never changes.
 */

type Decided = Pick<LockState, 'lock' | 'wrongLocks'>

/** @param guess has seen more ink than the one before it */
export function addGuess(drawing: Drawing, guess: Guess): Drawing {
  const guesses = drawing.guesses.append([guess])
  if (drawing.lock) return { ...drawing, guesses }
  const decided = decide(drawing, Number.POSITIVE_INFINITY)
  const seen = seeMore(drawing.lockState.seen, drawing.ink, guess.opCount)
  const rule = lockRuleOf(drawing.edition)
  const mayLock = !rule.needsDrawing || isDrawing(shapeSeen(seen))
  const isSure = mayLock && isBelieved(guess, drawing.prompt, rule)
  const begun = {
    atMs: sawMs(drawing, guess) - drawing.promptAtMs,
    guessIndex: drawing.guesses.length,
  }
  const run = isSure ? (drawing.lockState.run ?? begun) : null
  const isLifted = drawing.ink.at(guess.opCount - 1)?.kind === 'lift'
  const isWrong = mayLock && isLifted && isOtherBelieved(drawing, guess)
  return { ...drawing, guesses, lockState: { ...decided, seen, run, isWrong } }
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

/** @param untilMs up to when it is known that no further ink arrived, in ms since the round began; Infinity once it ended */
function decide(drawing: Drawing, untilMs: number): Decided {
  const { ink, guesses, promptAtMs, lockState, edition } = drawing
  const { lock, run, isWrong, wrongLocks } = lockState
  const last = guesses.at(-1)
  if (lock || !last) return { lock, wrongLocks }
  const standsUntilMs = ink.at(last.opCount)?.atMs ?? untilMs
  if (run && standsUntilMs - promptAtMs - run.atMs >= lockRuleOf(edition).lockHoldMs) {
    // None of these is of the run itself: it would have held in less time than a wrong lock takes.
    return { lock: { ...run, heldIndex: guesses.length - 1 }, wrongLocks }
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
  const { lock, wrongLocks } = decide(drawing, Number.POSITIVE_INFINITY)
  if (lock) return drawing.promptAtMs + lock.atMs + settings.lockHoldMs
  return wrongLocks > drawing.wrongLocks ? sawMs(drawing, last) + settings.wrongLockHoldMs : null
}

/** [S2] [S4] [S5] The drawing with everything decided that is known up to `untilMs`; the same object when nothing is new. */
export function settleDrawing(drawing: Drawing, untilMs: number): Drawing {
  if (drawing.lock) return drawing
  const { lock, wrongLocks } = decide(drawing, untilMs)
  if (!lock && wrongLocks === drawing.wrongLocks) return drawing
  const settledMs = Math.max(drawing.settledMs, untilMs)
  return { ...drawing, lock, wrongLocks, settledMs, lockState: lock ? noLockState : drawing.lockState }
}
