import { expect, test } from 'vitest'
import {
  boardOf,
  boardSpanOf,
  boards,
  boardTabs,
  parseBoard,
  parseDigit,
  parseSpan,
  spans,
  tabOf,
} from './span'

test('[S16] leaderboard: a choice means the day, week and season that are on', () => {
  const now = Date.parse('2026-11-28T12:00:00Z')
  expect(spans.map((span) => boardSpanOf(span, 'digits-v2', now))).toEqual([
    'day 2026-11-28',
    'week 2026-11-23',
    'season digits-v2',
    'all',
  ])
})

test('[S16] leaderboard: before the first season its board is that of all time', () => {
  expect(boardSpanOf('season', null, 0)).toBe('all')
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
