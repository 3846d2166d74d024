import { expect, test } from 'vitest'
import { applyView } from './apply-view'
import { canvasProgress } from './canvas-progress'
import { ann, canvas, joined, lift, viewOf } from './testing/views'

/** A line of so many units. */
const line = (length: number, atMs = 10) => ({
  ...{ kind: 'draw' as const, atMs },
  points: [0, length].map((x) => ({ x, y: 100, t: atMs })),
})
const sureOf = (label: number) => ({
  ...{ opCount: 1, thousandths: Array.from({ length: 11 }, (_, one) => (one === label ? 1_000 : 0)) },
})

function progressOf(ink: Parameters<typeof canvas>[1], changed: Parameters<typeof canvas>[2] = {}) {
  const { canvases } = applyView(
    joined,
    viewOf(1, [canvas(ann, ink, { guess: sureOf(7), ...changed })]),
    5_000,
  )
  const [live] = canvases
  if (!live) throw new Error('there is no canvas')
  return canvasProgress(live)
}

test('[S14] canvas progress: it grows with all strokes on a canvas, whether each is finished or not', () => {
  const short = progressOf([line(100), lift(20)])
  const two = progressOf([line(100), lift(20), line(100, 30), lift(40)])
  expect(short).toBeGreaterThan(0)
  expect(two).toBeGreaterThan(short)
  expect(two).toBe(progressOf([line(200), lift(20)]))
})

test('[S14] canvas progress: what the judge takes back of a stroke counts when the pen is up', () => {
  const guess = sureOf(8)
  const down = progressOf([line(900)], { guess })
  expect(down).toBeGreaterThan(progressOf([line(900), lift(20)], { guess }))
})

test('[S14] canvas progress: none before the first guess, and all of it at the lock', () => {
  expect(progressOf([line(300)], { guess: null })).toBe(0)
  expect(progressOf([line(300)], { lock: { atMs: 900, guessIndex: 0, heldIndex: 1 } })).toBe(1)
})
