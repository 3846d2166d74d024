import type { Drawing, Guess } from '#game/drawing/drawing'
import { thinkingMs } from '#game/prompts/sums'
import type { Digit, Sum } from '#game/protocol/scalars'
import { settings } from '#game/settings'

/** The points of one drawing and what they were made of; speed and cleanness lie between 0 and 1. */
export type DrawingScore = {
  readonly points: number
  readonly speed: number
  readonly cleanness: number
}

/** [S6] [S15] A good time from prompt to lock, ms. */
export function parMsOf(prompt: Digit, sum?: Sum): number {
  return (settings.parMs[prompt] ?? 1000) + (sum ? thinkingMs(sum) : 0)
}

/**
 * [S6] 1 / (1 + (t / 2 par)^2): 0.94 at half of par, 0.8 at par, 0.5 at twice, 0.31 at three times par. Made of +, *
 * and / alone, which every engine rounds alike (IEEE 754), so that a score can be checked anywhere.
 * @param lockMs from prompt to lock
 */
export function speedOf(lockMs: number, prompt: Digit, sum?: Sum): number {
  const ratio = lockMs / (2 * parMsOf(prompt, sum))
  return 1 / (1 + ratio * ratio)
}

/** [S7] What wrong locks take of the points of a drawing, from 0 to 0.6: each a fifth, three at most. */
export function wrongLockCost(wrongLocks: number): number {
  return 0.2 * Math.min(wrongLocks, 3)
}

/** [S7] Less for wrong locks; doubt at the lock takes up to a quarter of the rest. */
export function cleannessOf(wrongLocks: number, lockedThousandths: number): number {
  return (1 - wrongLockCost(wrongLocks)) * (0.75 + (0.25 * lockedThousandths) / 1000)
}

type Judged = Pick<Drawing, 'prompt' | 'sum' | 'lock' | 'wrongLocks'> & {
  readonly guesses: Pick<readonly Guess[], 'at' | 'slice'>
}

/** [S1] [S8] The points of a drawing once it has locked, or once its round is over. */
export function scoreDrawing({ prompt, sum, guesses, lock, wrongLocks }: Judged): DrawingScore {
  if (!lock) {
    const best = Math.max(0, ...guesses.slice().map((guess) => guess.thousandths[prompt] ?? 0))
    return { points: Math.floor((settings.maxConsolationPoints * best) / 1000), speed: 0, cleanness: 0 }
  }
  const speed = speedOf(lock.atMs, prompt, sum)
  const cleanness = cleannessOf(wrongLocks, guesses.at(lock.heldIndex)?.thousandths[prompt] ?? 0)
  return { points: Math.round(settings.maxPoints * speed * cleanness), speed, cleanness }
}
