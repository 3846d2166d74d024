import { expect, test } from 'vitest'
import { hasWon } from './has-won'

/** @param all place and points of each @returns the indices of those who have won */
function winnersOf(all: readonly (readonly [rank: number, score: number])[]): number[] {
  const placed = all.map(([rank, score]) => ({ rank, score }))
  return placed.flatMap((each, index) => (hasWon(each, placed) ? [index] : []))
}

test('[S21] a game is won by who is first with points, alone or together, where somebody is not', () => {
  expect(
    winnersOf([
      [1, 900],
      [2, 400],
    ]),
  ).toEqual([0])
  expect(
    winnersOf([
      [1, 900],
      [1, 900],
      [3, 400],
    ]),
  ).toEqual([0, 1])
  expect(
    winnersOf([
      [1, 1],
      [2, 0],
    ]),
  ).toEqual([0])
})

test('[S21] nobody wins alone, level with all others, or without a point', () => {
  expect(winnersOf([[1, 900]])).toEqual([])
  expect(
    winnersOf([
      [1, 900],
      [1, 900],
    ]),
  ).toEqual([])
  expect(
    winnersOf([
      [1, 0],
      [2, 0],
    ]),
  ).toEqual([])
  expect(winnersOf([])).toEqual([])
})
