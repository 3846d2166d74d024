import { expect, test } from 'vitest'
import { boardOf, boards, boardTabs, parseBoard, parseDigit, parseSpan, sinceOf, tabOf } from './span'

test('leaderboard: today begins at midnight of UTC, wherever the server stands', () => {
  expect(sinceOf('today', new Date('2026-11-24T00:30:00+02:00'))).toEqual(new Date('2026-11-23T00:00:00Z'))
})

test('leaderboard: the week begins on Monday, on a Monday and on a Sunday', () => {
  const monday = new Date('2026-11-23T00:00:00Z')
  expect(sinceOf('week', new Date('2026-11-23T00:00:00Z'))).toEqual(monday)
  expect(sinceOf('week', new Date('2026-11-29T23:59:59Z'))).toEqual(monday)
})

test('leaderboard: neither all time nor a season begins on a date', () => {
  expect([sinceOf('all', new Date()), sinceOf('season', new Date())]).toEqual([undefined, undefined])
})

test('[S12] leaderboard: every board is behind a tab, and every tab opens a board; that of sums the one that was open', () => {
  expect(new Set(boards.map(tabOf))).toEqual(new Set(boardTabs))
  for (const tab of boardTabs) expect(tabOf(boardOf(tab, { board: 'race' }))).toBe(tab)
  expect(boardOf('sums', { board: 'sums-rush-hard' })).toBe('sums-rush-hard')
})

test('leaderboard: an address that asks for what there is not shows the first board there is', () => {
  expect([parseSpan('all'), parseSpan('century'), parseSpan(['all']), parseSpan(undefined)]).toEqual([
    'all',
    'today',
    'today',
    'today',
  ])
  expect([parseBoard('relay'), parseBoard('rush')]).toEqual(['relay', 'race'])
  expect([parseDigit('0'), parseDigit('10'), parseDigit('-1'), parseDigit(undefined)]).toEqual([0, 8, 8, 8])
})
