import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { capContributors, contributorCaps } from './cap-contributors'

/** Samples of one contributor, the labels in turn. */
const samplesOf = (contributorId: string, count: number, labels = 10) =>
  Array.from({ length: count }, (_, index) => ({ id: randomUUID(), contributorId, label: index % labels }))

const crowd = (people: number, each: number) =>
  Array.from({ length: people }, (_, index) => samplesOf(`honest ${index}`, each)).flat()

/** How many stay of whom. */
function keptOf(samples: ReturnType<typeof samplesOf>) {
  const kept = capContributors(samples)
  const stay = samples.filter(({ id }) => kept.has(id))
  return {
    all: stay.length,
    of: (who: string) => stay.filter(({ contributorId }) => contributorId === who).length,
  }
}

test('[C14] caps: of one contributor at most 20 of each digit are kept', () => {
  const kept = capContributors(samplesOf('sender', 1_000, 1))
  expect(kept.size).toBe(contributorCaps.perDigit)
  expect(keptOf(samplesOf('sender', 1_000)).all).toBe(10 * contributorCaps.perDigit)
})

test.each([
  [200, 10],
  [120, 5],
  [1_000, 3],
])(
  '[C14] caps: among %i others with %i each, a sender of 1,000 and ten of 100 have 1 %% of the export each',
  (people, each) => {
    const colluders = Array.from({ length: 10 }, (_, index) => `colluder ${index}`)
    const poison = [samplesOf('sender', 1_000), ...colluders.map((name) => samplesOf(name, 100))].flat()
    const { all, of } = keptOf([...crowd(people, each), ...poison])
    for (const name of ['sender', ...colluders]) {
      expect(of(name)).toBeGreaterThan(0)
      expect(of(name)).toBeLessThanOrEqual(all / 100)
    }
    expect(of('honest 0')).toBe(each)
  },
)

test('[C14] caps: where few contribute, a share that nobody can have leaves the export whole', () => {
  expect(keptOf(crowd(4, 150)).all).toBe(600)
  expect(keptOf([...crowd(1, 60), ...samplesOf('guest', 3)]).all).toBe(63)
})

test('[C14] caps: where some dozens contribute, one of them has four equal shares at most', () => {
  const { all, of } = keptOf([...crowd(50, 10), ...samplesOf('sender', 1_000)])
  const four = (samples: number) => (samples * 4) / 51
  expect(of('sender')).toBeLessThanOrEqual(four(all))
  expect(of('sender') + 1).toBeGreaterThan(four(all + 1))
  expect(of('honest 7')).toBe(10)
})

test('[C14] caps: where some dozens contribute very little, one of them has twenty at most', () => {
  expect(keptOf([...crowd(50, 1), ...samplesOf('sender', 1_000)]).of('sender')).toBe(20)
})

test('[C14] caps: the share of one hundredth holds where it leaves exactly half, and four equal shares where it leaves less', () => {
  const withSenders = (count: number) => [
    ...crowd(108, 1),
    ...Array.from({ length: count }, (_, index) => samplesOf(`sender ${index}`, 200)).flat(),
  ]
  // One sample of each contributor, of 108 + 6 x 20 that twenty each would leave.
  expect(keptOf(withSenders(6)).all).toBe(108 + 6)
  expect(keptOf(withSenders(7)).all).toBe(108 + 7 * contributorCaps.leastWithFew)
})

test('[C14] caps: exactly one hundredth of the export is not too much', () => {
  const { all, of } = keptOf([...crowd(198, 2), ...samplesOf('sender', 1_000)])
  expect([all, of('sender')]).toEqual([400, 4])
})

test('[C14] caps: the hundredth contributor takes nothing from the others', () => {
  const uneven = Array.from({ length: 100 }, (_, index) => samplesOf(`${index}`, index + 1)).flat()
  expect(keptOf(uneven).all).toBeGreaterThan(uneven.length * 0.9)
})

test('[C14] caps: what is kept of a contributor stays in the next export', () => {
  const own = samplesOf('sender', 300, 1)
  const first = capContributors(own)
  const lower = own.filter(({ id }) => first.has(id))
  expect([...capContributors([...lower, ...crowd(30, 10)])]).toEqual(expect.arrayContaining([...first]))
  const lowest = (samples: typeof own, count: number) =>
    samples
      .map(({ id }) => id)
      .sort()
      .slice(0, count)
  expect([...first].sort()).toEqual(lowest(own, contributorCaps.perDigit))
  // The share, too, is of the lowest.
  const digits = Array.from({ length: 10 }, (_, label) =>
    samplesOf('sender', 20, 1).map((each) => ({ ...each, label })),
  ).flat()
  const kept = capContributors([...crowd(200, 10), ...digits])
  const stay = digits.filter(({ id }) => kept.has(id)).map(({ id }) => id)
  expect(stay.length).toBeGreaterThan(0)
  expect(stay.sort()).toEqual(lowest(digits, stay.length))
})

test('caps: nothing stays of nothing', () => {
  expect(capContributors([]).size).toBe(0)
})
