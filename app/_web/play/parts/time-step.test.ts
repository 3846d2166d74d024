import { expect, test } from 'vitest'
import { timeStepMs } from './time-step'

test('time bar: a phone shows it two pixels at a time, and no screen more than 30 times a second', () => {
  expect(timeStepMs(30_000, 360)).toBeCloseTo(166.7, 1)
  expect(timeStepMs(10_000, 360)).toBeCloseTo(55.6, 1)
  expect(timeStepMs(10_000, 1900)).toBe(33)
  expect(timeStepMs(0, 0)).toBe(33)
})
