import { expect, test } from 'vitest'
import { applyView } from './apply-view'
import { canvasProgress } from './canvas-progress'
import { ann, canvas, draw, guess, joined, lift, viewOf } from './testing/views'

const ink = [draw(100, 100, 300, 900), lift(200)]
const progressOf = (changed: Parameters<typeof canvas>[2]) => {
  const [live] = applyView(joined, viewOf(1, [canvas(ann, ink, { guess: guess(2), ...changed })]), 0).canvases
  return live ? canvasProgress(live) : Number.NaN
}

test('[S14] [R28] progress: a drawing of a sum comes as far as one of its answer, without a prompt to go by', () => {
  const sum = { left: 56, sign: 'divided', right: 8 } as const
  expect(progressOf({ prompt: 7 })).toBeGreaterThan(0)
  expect(progressOf({ prompt: null, sum })).toBe(progressOf({ prompt: 7 }))
  expect(progressOf({ prompt: null, sum: { ...sum, left: 24 } })).toBe(progressOf({ prompt: 3 }))
})

test('progress: a drawing of which nobody is told what it shall be has none', () => {
  expect(progressOf({ prompt: null })).toBe(0)
})

test('[R33] progress: a covered drawing has come as far as the server says, and all the way once it has locked', () => {
  const cover = { isBegun: true, progress: 430, promptThousandths: 610 }
  const covered = { prompt: null, guess: null, inkText: '', cover }
  expect(progressOf(covered)).toBe(0.43)
  expect(progressOf({ ...covered, lock: { atMs: 900, guessIndex: 0, heldIndex: 1 } })).toBe(1)
})
