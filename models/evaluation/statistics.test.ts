import { expect, test } from 'vitest'
import { intervalOf } from './statistics'

test('interval: it holds the share, lies within 0 and 1, and is as wide as Wilson’s table has it', () => {
  const { low, high } = intervalOf(8, 10)
  expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.490', '0.943'])
  expect(intervalOf(0, 20).low).toBe(0)
  expect(intervalOf(20, 20).high).toBeCloseTo(1)
  expect(intervalOf(20, 20).low.toFixed(3)).toBe('0.839')
})
