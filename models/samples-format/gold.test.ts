import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { goldShare, isGold } from './split'

const writers = Array.from({ length: 20_000 }, (_, index) =>
  createHmac('sha256', 'key').update(`player ${index}`).digest('hex').slice(0, 16),
)

test('[F21] gold: a stated share of contributors is, and whoever is not named as exports do never', () => {
  const share = writers.filter((writer) => isGold({ writer })).length / writers.length
  // Four deviations.
  expect(Math.abs(share - goldShare)).toBeLessThan(4 * Math.sqrt((goldShare * (1 - goldShare)) / 20_000))
  for (const writer of [null, '', '0', 'anna', '0000000000000000-']) expect(isGold({ writer })).toBe(false)
})

test('[F21] gold: the name of a contributor alone decides it, for ever', () => {
  expect(isGold({ writer: '0000000000000000' })).toBe(true)
  expect(isGold({ writer: '3333333300000000' })).toBe(true)
  expect(isGold({ writer: '3333333400000000' })).toBe(false)
  expect(isGold({ writer: 'ffffffffffffffff' })).toBe(false)
})
