import { expect, test } from 'vitest'
import { linesThatMatter } from './lines-that-matter'

test('lines: all where there is place; else the leaders and those round the own one, in order', () => {
  expect(linesThatMatter(3, 2, 5)).toEqual([0, 1, 2])
  expect(linesThatMatter(40, 20, 5)).toEqual([0, 1, 19, 20, 21])
  expect(linesThatMatter(40, 0, 3)).toEqual([0, 1, 2])
  expect(linesThatMatter(40, 39, 2)).toEqual([0, 39])
  expect(linesThatMatter(40, 7, 1)).toEqual([7])
})

test('lines: who has none sees the best', () => {
  expect(linesThatMatter(40, -1, 3)).toEqual([0, 1, 2])
})
