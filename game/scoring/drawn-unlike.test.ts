import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Guess } from '#game/drawing/drawing'
import { type Edition, editions, presentEdition } from '#game/drawing/editions'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { answer, draw } from '#game/testing/stories'
import { countWrongLocks, digitDrawnUnlike, findLock, type JudgedDrawing } from './lock'
import { scoreDrawing } from './score'

const sure = settings.lockThousandths
const least = settings.leastStrokeThousandths
const over = Number.POSITIVE_INFINITY

const guess = (opCount: number, digit: number, thousandths: number, stroke?: number): Guess => ({
  opCount,
  thousandths: answer(digit, thousandths),
  ...(stroke !== undefined && { promptStrokeThousandths: stroke }),
})

/** Two strokes, each enough for a drawing, with a lift after each, and these guesses of them. */
function judged(guesses: readonly Guess[], edition: Edition = presentEdition): JudgedDrawing {
  const ink: InkOp[] = [300, 600].flatMap((atMs) => [
    { ...draw(), atMs },
    { kind: 'lift' as const, atMs: atMs + 10 },
  ])
  return { prompt: 7, promptAtMs: 0, ink, guesses, edition }
}

test('[S19] a guess that finds the way of the pen less likely than it takes locks nothing, and one that finds it as likely does', () => {
  expect(findLock(judged([guess(2, 7, sure, least)]), over)).toMatchObject({ atMs: 310 })
  expect(findLock(judged([guess(2, 7, sure, least - 1)]), over)).toBeNull()
  expect(findLock(judged([guess(2, 7, 1000, 0)]), over)).toBeNull()
})

test('[S19] a run of sure guesses ends with one that is vetoed, and the next one begins anew', () => {
  const guesses = [guess(1, 7, sure, 900), guess(2, 7, sure, least - 1), guess(4, 7, sure, 900)]
  expect(findLock(judged(guesses), over)).toMatchObject({ atMs: 610, guessIndex: 2 })
})

test.each([1, 2] as const)('[S10] [S19] edition %i does not ask for the way of the pen', (edition) => {
  expect(findLock(judged([guess(2, 7, sure, 0)], edition), over)).toMatchObject({ atMs: 310 })
})

test('[S19] a judge without a stroke network vetoes nothing', () => {
  expect(findLock(judged([guess(2, 7, sure)]), over)).toMatchObject({ atMs: 310 })
})

const anyGuesses = fc.array(
  fc.record({
    digit: fc.constantFrom(1, 7),
    thousandths: fc.constantFrom(0, sure - 1, sure, 1000),
    stroke: fc.constantFrom(0, least - 1, least, 1000),
  }),
  { minLength: 1, maxLength: 4 },
)

test.each(editions)(
  '[S4] [S8] [S19] in edition %i the way of the pen makes no lock that the picture does not, and changes no wrong lock and no other points',
  (edition) => {
    fc.assert(
      fc.property(anyGuesses, (said) => {
        const [seeing, blind] = [true, false].map((sees) =>
          judged(
            said.map(({ digit, thousandths, stroke }, index) =>
              guess(index + 1, digit, thousandths, sees ? stroke : undefined),
            ),
            edition,
          ),
        ) as [JudgedDrawing, JudgedDrawing]
        const [lock, lockOfPicture] = [findLock(seeing, over), findLock(blind, over)]
        if (lock) expect(lockOfPicture?.atMs).toBeLessThanOrEqual(lock.atMs)
        expect(countWrongLocks(seeing, over, null)).toBe(countWrongLocks(blind, over, null))
        const points = ({ prompt, guesses }: JudgedDrawing) =>
          scoreDrawing({ prompt, guesses, lock: null, wrongLocks: 0 })
        expect(points(seeing)).toEqual(points(blind))
      }),
    )
  },
)

test('[S19] screens say so only of what looks like the prompt and is not drawn like it', () => {
  expect(digitDrawnUnlike(guess(1, 7, sure, least - 1), 7)).toBe(7)
  expect(digitDrawnUnlike(guess(1, 7, sure, least), 7)).toBeNull()
  expect(digitDrawnUnlike(guess(1, 7, sure - 1, 0), 7)).toBeNull()
  expect(digitDrawnUnlike(guess(1, 7, sure), 7)).toBeNull()
})
