import { expect, test } from 'vitest'
import { parseDay } from './parse-day'

const noon = Date.UTC(2026, 10, 24, 12)

test('daily: an address may ask for a day that has been', () => {
  expect(parseDay('2026-11-23', noon)).toBe('2026-11-23')
})

test('daily: what is no day, or has not come, is today', () => {
  const texts = [
    '2026-11-25',
    '2026-02-30',
    '2026-13-01',
    'yesterday',
    '2026-11-23 ',
    undefined,
    ['2026-11-23'],
  ]
  expect(texts.map((text) => parseDay(text, noon))).toEqual(texts.map(() => '2026-11-24'))
})
