import { expect, test } from 'vitest'
import { memoise } from './memoise'

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
