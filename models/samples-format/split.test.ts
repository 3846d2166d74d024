import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { goldShare, splitOf } from './split'

const writers = Array.from({ length: 2_000 }, (_, index) =>
  createHash('sha256').update(`${index}`).digest('hex').slice(0, 16),
)

test('[F10] split: about one contributor in five is only measured with', () => {
  const gold = writers.filter((writer) => splitOf(writer) === 'gold').length
  expect(gold / writers.length).toBeGreaterThan(goldShare - 0.03)
  expect(gold / writers.length).toBeLessThan(goldShare + 0.03)
})

/** To change this moves people between what is learnt from and what is measured with, in all that was ever trained. */
test('[F10] split: it is the same for ever', () => {
  expect(
    ['0000000000000000', '3333333300000000', '3333333400000000', 'ffffffffffffffff'].map(splitOf),
  ).toEqual(['gold', 'gold', 'train', 'train'])
})
