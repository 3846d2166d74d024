import { expect, test } from 'vitest'
import { parseBoard, parseSpan, sinceOf } from './span'

test('today begins at midnight of UTC, wherever the server stands', () => {
  expect(sinceOf('today', new Date('2026-11-24T00:30:00+02:00'))).toEqual(new Date('2026-11-23T00:00:00Z'))
})

test('the week begins on Monday, on a Monday and on a Sunday', () => {
  const monday = new Date('2026-11-23T00:00:00Z')
  expect(sinceOf('week', new Date('2026-11-23T00:00:00Z'))).toEqual(monday)
  expect(sinceOf('week', new Date('2026-11-29T23:59:59Z'))).toEqual(monday)
})

test('all time has no beginning', () => {
  expect(sinceOf('all', new Date())).toBeUndefined()
})

test('an address that asks for what there is not shows the first board there is', () => {
  expect([parseSpan('all'), parseSpan('century'), parseSpan(['all']), parseSpan(undefined)]).toEqual([
    'all',
    'today',
    'today',
    'today',
  ])
  expect([parseBoard('relay'), parseBoard('rush')]).toEqual(['relay', 'race'])
})
