import { expect, test } from 'vitest'
import { keyOfContributor, parseContributorKey } from './query'

const contributor = '5e6d6f1c-3a0e-4f8b-9a63-2b6f5d3a7c11'

test('contributors: where one is among all is told to the last bit', () => {
  for (const doubt of [0, 1, 1 / 3, 1e-9, 0.1 + 0.2]) {
    const key = { doubt, samples: 12, id: contributor }
    expect(parseContributorKey(keyOfContributor(key))).toEqual(key)
  }
  for (const text of ['', '2_1_x', `NaN_1_${contributor}`, `0.5_1_${contributor}x`])
    expect(parseContributorKey(text)).toBeUndefined()
})
