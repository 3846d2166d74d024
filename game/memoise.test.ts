import { expect, test } from 'vitest'
import { memoise, memoiseNewest } from './memoise'

test('memoise: an answer is computed once for each key, an answer of null too', () => {
  const remember = memoise<object, number | null>()
  const [one, other] = [{}, {}]
  let calls = 0
  const answer = (value: number | null) => () => {
    calls++
    return value
  }
  expect([remember(one, answer(null)), remember(one, answer(2)), remember(other, answer(3))]).toEqual([
    null,
    null,
    3,
  ])
  expect(calls).toBe(2)
})

test('memoise: of the states of one thing the newest is known, and another thing has its own', () => {
  const remember = memoiseNewest<object, string, number>()
  const [one, other] = [{}, {}]
  let calls = 0
  const count = () => ++calls
  expect([remember(one, 'a', count), remember(one, 'a', count), remember(other, 'a', count)]).toEqual([
    1, 1, 2,
  ])
  expect([remember(one, 'b', count), remember(one, 'b', count), remember(other, 'a', count)]).toEqual([
    3, 3, 2,
  ])
  expect(remember(one, 'a', count)).toBe(4)
})
