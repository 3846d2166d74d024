import { expect, test } from 'vitest'
import { handwrittenStrokes, strokeThrough } from './handwriting'

test('handwriting: every digit can be written, and the 4 and the 5 take two strokes', () => {
  const strokes = Array.from({ length: 10 }, (_, digit) => handwrittenStrokes(digit).length)
  expect(strokes).toEqual([1, 1, 1, 1, 2, 2, 1, 1, 1, 1])
})

test('handwriting: a stroke goes through every point it was given, and turns sharply only at a slash', () => {
  const points = strokeThrough('0,0 50,0 / 50,0 50,80')
  for (const point of [
    [0, 0],
    [50, 0],
    [50, 80],
  ]) {
    expect(points).toContainEqual(point)
  }
  expect(points.every(([x, y]) => y === 0 || x === 50)).toBe(true)
})
