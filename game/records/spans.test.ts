import { expect, test } from 'vitest'
import { daySpan, seasonSpan, weekSpan } from '#game/records/spans'

test('[S16] spans: a day begins at midnight of UTC, wherever the server stands', () => {
  expect(daySpan(Date.parse('2026-11-24T00:30:00+02:00'))).toBe('day 2026-11-23')
})

test('[S16] spans: a week begins on Monday, on a Monday and on a Sunday', () => {
  expect(weekSpan(Date.parse('2026-11-23T00:00:00Z'))).toBe('week 2026-11-23')
  expect(weekSpan(Date.parse('2026-11-29T23:59:59.999Z'))).toBe('week 2026-11-23')
  expect(weekSpan(Date.parse('2026-11-30T00:00:00Z'))).toBe('week 2026-11-30')
})

test('[S16] spans: a season is named after its judge', () => {
  expect(seasonSpan('digits-v2')).toBe('season digits-v2')
})
