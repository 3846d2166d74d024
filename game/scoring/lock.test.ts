import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { answer } from '#game/testing/stories'
import { countWrongLocks, findLock } from './lock'

const prompt = 7
const hold = settings.lockHoldMs
const rest = settings.wrongLockHoldMs
const sure = settings.lockThousandths

/** Ink at these times, and after each op a guess (or none): digit and thousandths. */
function drawing(
  ...steps: [atMs: number, kind: 'draw' | 'lift', guess?: [digit: number, thousandths: number]][]
) {
  const ink = steps.map(
    ([atMs, kind]): InkOp => (kind === 'draw' ? { kind, atMs, points: [] } : { kind, atMs }),
  )
  const guesses = steps.flatMap(([, , guess], index) =>
    guess ? [{ opCount: index + 1, thousandths: answer(...guess) }] : [],
  )
  return { prompt, promptAtMs: 0, ink, guesses }
}

test('[S2] a lock counts from the first guess of a run that held', () => {
  const judged = drawing([300, 'draw', [7, sure]], [300 + hold, 'draw', [7, sure]])
  expect(findLock(judged, 300 + hold)).toEqual({ atMs: 300, guessIndex: 0, heldIndex: 0 })
})

test('[S2] one guess below the line breaks the run', () => {
  const judged = drawing(
    [300, 'draw', [7, sure]],
    [300 + hold - 1, 'draw', [7, sure - 1]],
    [300 + hold, 'draw', [7, sure]],
  )
  expect(findLock(judged, 300 + hold)).toBeNull()
  expect(findLock(judged, 300 + 2 * hold)?.atMs).toBe(300 + hold)
})

test('[S2] a resting pen holds its answer; a moving pen has to be guessed anew', () => {
  const rested = drawing([300, 'draw', [7, sure]])
  expect(findLock(rested, 300 + hold - 1)).toBeNull()
  expect(findLock(rested, 300 + hold)?.atMs).toBe(300)
  const moved = drawing([300, 'draw', [7, sure]], [310, 'draw'])
  expect(findLock(moved, 10_000)).toBeNull()
})

test('[S2] the clock of a drawing starts at its prompt', () => {
  const judged = { ...drawing([2300, 'draw', [7, sure]]), promptAtMs: 2000 }
  expect(findLock(judged, Number.POSITIVE_INFINITY)?.atMs).toBe(300)
})

test('[S4] resting with the pen up on another digit is a wrong lock; pausing with the pen down is none', () => {
  expect(countWrongLocks(drawing([100, 'lift', [1, sure]]), 100 + rest, null)).toBe(1)
  expect(countWrongLocks(drawing([100, 'draw', [1, sure]]), 100 + rest, null)).toBe(0)
})

test('[S4] the first stroke of a 4 or a 7 is no wrong lock when the next one follows in time', () => {
  const judged = drawing([100, 'lift', [1, sure]], [100 + rest - 1, 'draw', [7, sure]])
  expect(countWrongLocks(judged, Number.POSITIVE_INFINITY, null)).toBe(0)
})

test('[S4] no rest after the lock counts', () => {
  const judged = drawing([100, 'draw', [7, sure]], [100 + hold, 'lift', [1, sure]])
  const lock = findLock(judged, Number.POSITIVE_INFINITY)
  expect(countWrongLocks(judged, Number.POSITIVE_INFINITY, lock)).toBe(0)
})

test('[S2] the time for which a guess has to hold is counted from the guess, not from the prompt', () => {
  const judged = { ...drawing([2300, 'draw', [7, sure]]), promptAtMs: 2000 }
  expect(findLock(judged, 2300 + hold - 1)).toBeNull()
  expect(findLock(judged, 2300 + hold)?.atMs).toBe(300)
})

test.each([
  ['the prompt itself', 7],
  ['"not a digit"', 10],
])('[S4] resting on %s is no wrong lock', (_, answered) => {
  expect(countWrongLocks(drawing([100, 'lift', [answered, sure]]), 100 + rest, null)).toBe(0)
})
