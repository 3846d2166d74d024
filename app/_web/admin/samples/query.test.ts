import { expect, test } from 'vitest'
import {
  addressWith,
  filterParams,
  keyOfSample,
  pageParams,
  parseFilter,
  parsePage,
  parsePlace,
  parseReviewFilter,
  parseSampleKey,
} from './query'

const contributor = '5e6d6f1c-3a0e-4f8b-9a63-2b6f5d3a7c11'

test('sample filter: an address says which samples are wanted, and can be written back, so that a reload and a link keep it', () => {
  const params = {
    ...{ prompt: '7', label: '10', guess: '1', reason: 'wrong_lock', model: 'digits-v2', reviewed: 'no' },
    ...{ contributor, from: '2026-11-01', to: '2026-11-29' },
  }
  const filter = parseFilter(params)
  expect(filter).toEqual({
    ...{ prompt: 7, label: 10, guess: 1, reason: 'wrong_lock', model: 'digits-v2', isReviewed: false },
    ...{ contributor, from: '2026-11-01', to: '2026-11-29' },
  })
  expect(filterParams(filter)).toEqual(params)
  const { search } = new URL(addressWith('/admin/samples', filterParams(filter)), 'http://any')
  expect(parseFilter(Object.fromEntries(new URLSearchParams(search)))).toEqual(filter)
})

test('sample filter: what makes no sense in an address is passed over, and the rest still counts', () => {
  expect(
    parseFilter({
      ...{ prompt: '12', label: '11', guess: '-1', reason: 'control', reviewed: 'maybe', page: ['1', '2'] },
      ...{ model: '../digits-v2', contributor: 'x', from: '2026-02-30', to: 'today' },
    }),
  ).toEqual({ reason: 'control' })
  expect(parseFilter({ prompt: '', reason: '', from: '' })).toEqual({})
  expect(addressWith('/admin/samples', filterParams({}))).toBe('/admin/samples')
})

test('sample filter: review is narrowed by all but labels, which nothing there has yet', () => {
  expect(parseReviewFilter({ prompt: '7', label: '1', reviewed: 'yes' })).toEqual({ prompt: 7 })
})

test('sample filter: a page is a whole number from 1', () => {
  expect(['3', '0', '-1', '1.5', 'x', '1e99'].map((page) => parsePage({ page }))).toEqual([3, 1, 1, 1, 1, 1])
})

test('sample filter: a page says what it is next to, unless it is the first, or next to nothing that is shown', () => {
  const [first, last] = [
    { difficulty: 900, id: contributor },
    { difficulty: 7, id: contributor.replace('5', '6') },
  ]
  const from = { page: 3, shown: [first, last].map(keyOfSample) }
  const placeOf = (page: number) => parsePlace(pageParams(page, from), parseSampleKey)
  expect(placeOf(4)).toEqual({ page: 4, cursor: { side: 'after', ...last } })
  expect(placeOf(2)).toEqual({ page: 2, cursor: { side: 'before', ...first } })
  expect(pageParams(1, { page: 2, shown: [keyOfSample(first)] })).toEqual({ page: '1' })
  expect(pageParams(8, { page: 9, shown: [] })).toEqual({ page: '8' })
  expect(pageParams(8, { page: 20, shown: [keyOfSample(first)] })).toEqual({ page: '8' })
  const odd = { after: '12345.x', before: `9.${contributor}'` }
  expect(parsePlace(odd, parseSampleKey)).toEqual({ page: 1 })
})

test('long lists: a page is counted from the first one for forty pages, and found by what it is next to however far on', () => {
  expect(parsePlace({ page: '40' }, parseSampleKey)).toEqual({ page: 40 })
  expect(parsePlace({ page: '900' }, parseSampleKey)).toEqual({ page: 40 })
  const key = { difficulty: 7, id: contributor }
  const far = parsePlace({ page: '900', after: keyOfSample(key) }, parseSampleKey)
  expect(far).toEqual({ page: 900, cursor: { side: 'after', ...key } })
})
