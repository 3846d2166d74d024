import { expect, test } from 'vitest'
import { filterParams, parseFilter, parsePage } from './query'

test('sample filter: an address says which samples are wanted, and can be written back', () => {
  const params = { prompt: '7', reason: 'wrong_lock', reviewed: 'no' }
  expect(parseFilter(params)).toEqual({ prompt: 7, reason: 'wrong_lock', isReviewed: false })
  expect(filterParams(parseFilter(params))).toEqual(params)
})

test('sample filter: what makes no sense in an address is passed over, and the rest still counts', () => {
  expect(parseFilter({ prompt: '12', reason: 'control', reviewed: 'maybe', page: ['1', '2'] })).toEqual({
    reason: 'control',
  })
  expect(parseFilter({ prompt: '', reason: '' })).toEqual({})
})

test('sample filter: a page is a whole number from 1', () => {
  expect(['3', '0', '-1', '1.5', 'x', '1e99'].map((page) => parsePage({ page }))).toEqual([3, 1, 1, 1, 1, 1])
})
