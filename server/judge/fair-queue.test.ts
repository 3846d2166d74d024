import { expect, test } from 'vitest'
import { createFairQueue } from './fair-queue'

function queueOf(...jobs: [source: string, job: number][]) {
  const queue = createFairQueue<number>()
  for (const [source, job] of jobs) queue.add(source, job)
  return queue
}

test('fair queue: the source that was served least recently is next, a new one before all others', () => {
  const queue = queueOf(['a', 1], ['b', 10], ['a', 2], ['b', 11])
  expect([queue.take(), queue.take()]).toEqual([11, 2])
  queue.add('c', 20)
  expect([queue.take(), queue.take(), queue.take(), queue.take()]).toEqual([20, 10, 1, undefined])
})

test('fair queue: of a source the newest job and the oldest have their turns', () => {
  const queue = queueOf(['a', 1], ['a', 2], ['a', 3], ['a', 4])
  expect([queue.take(), queue.take(), queue.take(), queue.take()]).toEqual([4, 1, 3, 2])
})

test('fair queue: an oldest job that does not fit keeps its source’s place, and others are served meanwhile', () => {
  const queue = queueOf(['a', 100], ['a', 1], ['a', 2])
  const isSmall = (job: number) => job < 50
  expect(queue.take(isSmall)).toBe(2)
  queue.add('b', 3)
  // The oldest of `a` has its turn, and nothing else of it is served in its place.
  queue.add('b', 4)
  expect([queue.take(isSmall), queue.take(isSmall), queue.take(isSmall)]).toEqual([4, 3, undefined])
  expect(queue.take()).toBe(100)
})

test('fair queue: what is given up is the oldest job of the source that has most; the others stay', () => {
  const queue = queueOf(['a', 1], ['b', 10], ['b', 11], ['c', 20])
  expect([queue.size, queue.shed(), queue.size]).toEqual([4, 10, 3])
  for (let left = 3; left > 0; left--) queue.take()
  expect([queue.size, queue.shed(), queue.size]).toEqual([0, undefined, 0])
})
