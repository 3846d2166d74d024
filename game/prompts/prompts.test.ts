import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promptAt } from './prompts'

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
