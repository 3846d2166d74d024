import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { measureProgress } from './progress'
import type { WatchedDrawing } from './watch'

/** One stroke downwards, a tenth of the pad with every guess; the judge is sure of one label at a time. */
function stroke(prompt: 1 | 9, labels: readonly number[]): WatchedDrawing {
  const drawn: InkOp[] = labels.map((_, step) => ({
    kind: 'draw',
    atMs: step * 33,
    points: [{ x: 500, y: 100 * step, t: step * 33 }],
  }))
  const guesses = [...labels, labels.at(-1)].map((label, step) => ({
    opCount: step + 1,
    thousandths: Array.from({ length: 11 }, (_, one) => (one === label ? 1000 : 0)),
  }))
  return {
    ...{ prompt, promptAtMs: 0, guesses, edition: 2 as const },
    ink: [...drawn, { kind: 'lift', atMs: (labels.length - 1) * 33 }],
  }
}

test('progress of recorded drawings: guesses before the lock are counted, and those that move it', () => {
  const { guessCount, moveShare, fallShare } = measureProgress([stroke(9, [1, 0, 0, 9, 9, 9])])
  expect(guessCount).toBe(3)
  expect(moveShare).toBeGreaterThan(0)
  expect(fallShare).toBe(0)
})

test('progress of recorded drawings: a fall within a stroke that goes right is told, in another it is not', () => {
  expect(measureProgress([stroke(9, [9, 9, 9, 1, 1, 9])]).worstFall).toBeGreaterThan(0)
  expect(measureProgress([stroke(9, [10, 0, 9, 1, 1, 1])]).worstFall).toBeGreaterThan(0)
  expect(measureProgress([stroke(9, [1, 1, 0, 0, 9, 9])]).worstFall).toBe(0)
})

test('progress of recorded drawings: what a finished digit shows to others is told', () => {
  const { otherDigit } = measureProgress([stroke(1, [1, 1, 1, 1, 1, 1])])
  expect(otherDigit.median).toBeGreaterThan(0)
  expect(otherDigit.most).toBeLessThan(0.5)
})
