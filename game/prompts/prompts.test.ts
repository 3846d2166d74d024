import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promptAt } from './prompts'
import { nextRandom, shuffle } from './random'

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const digits = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 })

test('[R6] each chosen digit comes once in every run through them, whatever the seed', () => {
  fc.assert(
    fc.property(seed, digits, (seed, digits) => {
      const sequence = digits.map((_, index) => promptAt(seed, digits, digits.length + index))
      expect(sequence.sort()).toEqual([...digits].sort())
    }),
  )
})

test('[R6] no digit comes twice in a row where there is a choice', () => {
  fc.assert(
    fc.property(seed, digits, (seed, digits) => {
      fc.pre(digits.length > 1)
      const sequence = Array.from({ length: 40 }, (_, index) => promptAt(seed, digits, index))
      sequence.slice(1).forEach((digit, index) => {
        expect(digit).not.toBe(sequence[index])
      })
    }),
  )
})

test('[R6] different seeds give different sequences', () => {
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const sequences = [1, 2, 3].map((seed) => all.map((index) => promptAt(seed, all, index)).join(''))
  expect(new Set(sequences).size).toBe(3)
})

test('[R6] chance is mulberry32: its published numbers for the seed 0', () => {
  const [first, after] = nextRandom(0)
  const [second, later] = nextRandom(after)
  expect([first, second, nextRandom(later)[0]]).toEqual([
    0.26642920868471265, 0.0003297457005828619, 0.2232720274478197,
  ])
})

test('[R6] shuffling loses nothing, changes nothing that it was given, and goes on from its state', () => {
  const items = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const given = [...items]
  const [once, state] = shuffle(given, 7)
  expect(given).toEqual(items)
  expect(once).not.toEqual(items)
  expect(once.toSorted()).toEqual(items)
  expect(shuffle(given, 7)).toEqual([once, state])
  expect(shuffle(given, state)[0]).not.toEqual(once)
  expect(shuffle([5], 7)[0]).toEqual([5])
})

test('[R6] every order comes up as often as any other', () => {
  const counts = new Map<string, number>()
  let state = 1
  for (let times = 0; times < 6_000; times++) {
    let order: string[]
    ;[order, state] = shuffle(['a', 'b', 'c'], state)
    counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})
