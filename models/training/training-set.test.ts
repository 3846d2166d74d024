import { expect, test } from 'vitest'
import { isSurelyNoDigit } from './training-set'

const drawn = (...strokes: [number, number][][]) => ({
  isLookalike: false,
  strokes: strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y, t: null }))),
})

test('what is marked as a lookalike is never taught as "not a digit"', () => {
  expect(
    isSurelyNoDigit({
      ...drawn([
        [0, 0],
        [5, 2],
        [0, 9],
      ]),
      isLookalike: true,
    }),
  ).toBe(false)
})

test('a bare upright or slanted line may be a 1', () => {
  expect(
    isSurelyNoDigit(
      drawn([
        [3, 0],
        [3, 5],
        [3, 10],
      ]),
    ),
  ).toBe(false)
  expect(
    isSurelyNoDigit(
      drawn([
        [6, 0],
        [0, 10],
      ]),
    ),
  ).toBe(false)
})

test('a lying line, a bent line and two lines are no 1', () => {
  expect(
    isSurelyNoDigit(
      drawn([
        [0, 1],
        [10, 0],
      ]),
    ),
  ).toBe(true)
  expect(
    isSurelyNoDigit(
      drawn([
        [0, 0],
        [0, 10],
        [10, 10],
      ]),
    ),
  ).toBe(true)
  expect(
    isSurelyNoDigit(
      drawn(
        [
          [0, 0],
          [0, 10],
        ],
        [
          [5, 0],
          [5, 10],
        ],
      ),
    ),
  ).toBe(true)
})
