import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digits, sumLevels } from '#game/protocol/constants'
import { type SumLevel, sum as sumSchema } from '#game/protocol/scalars'
import { answerOfSum, levelOfSum, sumAt, sumLevelOf } from './sums'

const levels = fc.constantFrom(...sumLevels)
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const indexes = fc.integer({ min: 0, max: 300 })

test('[R28] a sum of any level has the answer that was asked for, and tells its level', () => {
  fc.assert(
    fc.property(seeds, levels, indexes, fc.constantFrom(...digits), (seed, level, index, answer) => {
      const sum = sumAt(seed, level, index, answer)
      expect(answerOfSum(sum)).toBe(answer)
      expect(levelOfSum(sum)).toBe(level)
      expect(sumSchema.parse(sum)).toEqual(sum)
    }),
  )
})

/** Every sum of a level that comes up in two thousand. */
function sumsOf(level: SumLevel) {
  const all = Array.from({ length: 2_000 }, (_, index) => sumAt(7, level, index, (index % 10) as 0))
  return new Map(all.map((sum) => [`${sum.left} ${sum.sign} ${sum.right}`, sum]))
}

test('[R28] easy sums stay below ten, medium ones take away from less than twenty, hard ones are the tables', () => {
  const easy = [...sumsOf('easy').values()]
  expect(Math.max(...easy.flatMap(({ left, right }) => [left, right]))).toBe(9)
  expect(new Set(easy.map(({ sign }) => sign))).toEqual(new Set(['plus', 'minus']))
  const medium = [...sumsOf('medium').values()]
  expect(medium.every(({ sign, left }) => sign === 'minus' && left >= 10 && left < 20)).toBe(true)
  const hard = [...sumsOf('hard').values()]
  expect(new Set(hard.map(({ sign }) => sign))).toEqual(new Set(['times', 'divided']))
  expect(hard.every(({ sign, right }) => sign !== 'divided' || right > 1)).toBe(true)
})

test('[R28] no sum but those of 0 begins with its answer', () => {
  const given = sumLevels.flatMap((level) =>
    [...sumsOf(level).values()].filter((sum) => sum.left === answerOfSum(sum) && sum.sign !== 'times'),
  )
  expect(given.filter(({ left }) => left !== 0)).toEqual([])
})

test('[R28] there are at least eight sums for each answer of a level, so that the answer is worked out and not remembered', () => {
  for (const level of sumLevels) {
    const sums = [...sumsOf(level).values()]
    const counts = digits.map((digit) => sums.filter((sum) => answerOfSum(sum) === digit).length)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(8)
  }
})

test('[R28] medium sums take away two at least, and nought of the hard ones is a product as well', () => {
  for (const { right } of sumsOf('medium').values()) expect(right).toBeGreaterThanOrEqual(2)
  const noughts = [...sumsOf('hard').values()].filter((sum) => answerOfSum(sum) === 0)
  expect(new Set(noughts.map(({ sign }) => sign))).toEqual(new Set(['times', 'divided']))
})

test('[R28] only races and rushes have sums', () => {
  const chosen = { sums: 'hard' as const }
  expect(sumLevelOf({ ...chosen, mode: 'race' })).toBe('hard')
  expect(sumLevelOf({ ...chosen, mode: 'rush' })).toBe('hard')
  expect(sumLevelOf({ ...chosen, mode: 'relay' })).toBe(null)
  expect(sumLevelOf({ ...chosen, mode: 'fool' })).toBe(null)
  expect(sumLevelOf({ sums: 'none', mode: 'race' })).toBe(null)
})

test('[R28] the number of a sum is its own: what came before it changes nothing', () => {
  const alone = sumAt(7, 'hard', 40, 6)
  for (let index = 0; index < 40; index++) sumAt(7, 'hard', index, 6)
  expect(sumAt(7, 'hard', 40, 6)).toEqual(alone)
})
