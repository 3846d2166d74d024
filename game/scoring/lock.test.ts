import { expect, test } from 'vitest'
import { type Drawing, newDrawing } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { answer } from '#game/testing/stories'
import { countWrongLocks, findLock, nextHoldMs, settleDrawing } from './lock'

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

/** The same as a room keeps it. */
function kept(...steps: Parameters<typeof drawing>): Drawing {
  return { ...newDrawing(prompt, 0, undefined), ...drawing(...steps) }
}

test.each<[what: string, drawing: Drawing, at: number | null]>([
  ['a guess of the prompt once it has held', kept([300, 'draw', [7, sure]]), 300 + hold],
  ['a rest on another digit once it was long enough', kept([300, 'lift', [1, sure]]), 300 + rest],
  ['nothing where the judge is sure of nothing', kept([300, 'lift', [1, sure - 1]]), null],
  ['nothing before the judge has seen all ink', kept([300, 'draw', [7, sure]], [310, 'draw']), null],
  ['nothing without a guess', kept([300, 'draw']), null],
  ['nothing once it has locked', settleDrawing(kept([300, 'draw', [7, sure]]), 300 + hold), null],
  [
    'nothing of a wrong lock that has been counted',
    settleDrawing(kept([300, 'lift', [1, sure]]), 300 + rest),
    null,
  ],
])('[S5] a drawing at rest has to decide %s', (_, drawing, at) => {
  expect(nextHoldMs(drawing)).toBe(at)
})

test('[S5] the time of a hold is that of the round, also where the prompt came later in it', () => {
  const later = { ...kept([2300, 'draw', [7, sure]]), promptAtMs: 2000, settledMs: 2000 }
  expect(nextHoldMs(later)).toBe(2300 + hold)
})

test('[S5] what is decided is settled up to the moment at which it was; where nothing is, the drawing stays as it was', () => {
  const undecided = kept([300, 'draw', [7, sure]])
  expect(settleDrawing(undecided, 300 + hold - 1)).toBe(undecided)
  expect(settleDrawing(undecided, 300 + hold)).toMatchObject({ lock: { atMs: 300 }, settledMs: 300 + hold })
  const wrong = settleDrawing(kept([300, 'lift', [1, sure]]), 300 + rest)
  expect(wrong).toMatchObject({ lock: null, wrongLocks: 1, settledMs: 300 + rest })
  expect(settleDrawing(wrong, 9_000)).toBe(wrong)
})

test('[S5] a lock stays as it was decided, whatever is guessed later', () => {
  const locked = settleDrawing(kept([300, 'draw', [7, sure]]), 300 + hold)
  const after = { ...locked, guesses: [...locked.guesses, { opCount: 1, thousandths: answer(1, 990) }] }
  expect(settleDrawing(after, 9_000)).toBe(after)
})
