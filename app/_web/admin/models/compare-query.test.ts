import { expect, test } from 'vitest'
import { parseCompareQuery } from './compare-query'

const versions = ['digits-v3', 'digits-v2', 'digits-v1']

test('comparison: without an address the champion stands beside the newest other version', () => {
  expect(parseCompareQuery({}, versions, 'digits-v2')).toEqual({
    ...{ one: 'digits-v2', other: 'digits-v3', rounds: 20, isAsked: false },
  })
})

test('comparison: an address names two versions that there are and how many rounds, or none is asked for', () => {
  const params = { one: 'digits-v1', other: 'digits-v3', rounds: '50' }
  expect(parseCompareQuery(params, versions, 'digits-v2')).toEqual({ ...params, rounds: 50, isAsked: true })
  const foreign = { one: '../digits-v1', other: ['digits-v3', 'digits-v1'], rounds: '1e9' }
  expect(parseCompareQuery(foreign, versions, 'digits-v2')).toEqual(
    parseCompareQuery({}, versions, 'digits-v2'),
  )
})
