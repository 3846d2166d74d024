import { expect, test } from 'vitest'
import { parseDay } from './parse-day'

const noon = Date.UTC(2026, 10, 24, 12)

test('an address may ask for a day that has been', () => {
  expect(parseDay('2026-11-23', noon)).toBe('2026-11-23')
})

test('what is no day, or has not come, is today', () => {
  const wishes = [
    '2026-11-25',
    '2026-02-30',
    '2026-13-01',
    'yesterday',
    '2026-11-23 ',
    undefined,
    ['2026-11-23'],
  ]
  expect(wishes.map((wish) => parseDay(wish, noon))).toEqual(wishes.map(() => '2026-11-24'))
})
