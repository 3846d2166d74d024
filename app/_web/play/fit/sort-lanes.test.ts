import { expect, test } from 'vitest'
import { type LaneStanding, sortLanes } from './sort-lanes'

const sorted = (order: readonly number[], ...standings: LaneStanding[]) =>
  sortLanes(order, (canvas) => standings[canvas] ?? { points: 0, progress: 0 })

const drawing = (progress: number) => ({ points: 0, progress })
const locked = (points: number) => ({ points, progress: 1 })

test('lanes: who has locked is ahead, by points, then who has come farther', () => {
  expect(sorted([0, 1, 2, 3], drawing(0.2), locked(700), drawing(0.9), locked(810))).toEqual([3, 1, 2, 0])
})

test('lanes: a small lead changes no places, from either side', () => {
  expect(sorted([0, 1], drawing(0.5), drawing(0.55))).toEqual([0, 1])
  expect(sorted([1, 0], drawing(0.5), drawing(0.55))).toEqual([1, 0])
  expect(sorted([0, 1], drawing(0.5), drawing(0.7))).toEqual([1, 0])
})

test('lanes: the order is the same object as long as nobody overtakes', () => {
  const order = [2, 0, 1]
  expect(sorted(order, drawing(0.4), drawing(0.4), drawing(0.4))).toBe(order)
})
