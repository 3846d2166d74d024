import { expect, test } from 'vitest'
import type { RecordedPlayer } from '#game/records/record'
import { giveConsent, lenders } from '#server/testing/lenders'
import { drawingBy, guessFor, playerNamed } from '#server/testing/records'
import { findLastBulk, labelAll, takeBackBulk } from './bulk-review'
import { contributorCaps } from './cap-contributors'
import { listAdminActions } from './exclude-contributor'
import { listSamples } from './list-samples'
import { prepareExport } from './prepare-export'
import type { SampleFilter } from './sample-filter'
import { saveReview, takeBackLastReview } from './save-review'

const { store, players, play } = lenders('Ada', 'Mallory')
const [ada, mallory] = players
const reviewer = 'Ada'

/** The judge ended with what was asked for, so it has nothing against its player. */
const right = (player: RecordedPlayer, canvas: number, prompt = 1) =>
  drawingBy([player], { canvas, prompt, wrongLocks: 1, guesses: [guessFor(prompt, 900, 2)] })
const wrong = (player: RecordedPlayer, canvas: number, prompt = 1) =>
  drawingBy([player], { canvas, prompt, lock: null, guesses: [guessFor(7, 900, 2)] })

const labels = async (filter: SampleFilter = {}) =>
  (await listSamples(store.prisma, filter)).samples.map(({ label }) => label)
const give = (verdict: {
  filter?: SampleFilter
  label: number | null
  expected: number
  reviewer?: string
}) => labelAll(store.prisma, { filter: {}, reviewer, ...verdict })

test('[F14] whole filter: one verdict labels all of it and nothing else, is written down, and is taken back as one with that written down too', async () => {
  await play([right(ada, 0), right(ada, 1), right(ada, 2, 4)])
  const [four] = (await listSamples(store.prisma, { prompt: 4 })).samples
  await saveReview(store.prisma, { sampleId: four?.id ?? '', reviewer, verdict: 4 })
  const given = await give({ filter: { prompt: 1 }, label: 10, expected: 2 })
  expect(given).toMatchObject({ is: 'labelled', count: 2, leftOut: 0 })
  expect([await labels({ prompt: 1 }), await labels({ prompt: 4 })]).toEqual([[10, 10], [4]])
  const stackId = given.is === 'labelled' ? given.stackId : ''
  expect(await findLastBulk(store.prisma, reviewer)).toMatchObject({ stackId, label: 10, samples: 2 })
  expect(await findLastBulk(store.prisma, 'Grace')).toBeNull()
  expect(await takeBackBulk(store.prisma, stackId, 'Grace')).toBe(0)
  expect(await takeBackBulk(store.prisma, stackId, reviewer)).toBe(2)
  expect([await labels({ prompt: 1 }), await labels({ prompt: 4 })]).toEqual([[null, null], [4]])
  expect(await takeBackBulk(store.prisma, stackId, reviewer)).toBe(0)
  expect(await findLastBulk(store.prisma, reviewer)).toBeNull()
  expect(await listAdminActions(store.prisma)).toMatchObject([
    { kind: 'unlabelled', actor: reviewer, samples: 2, label: 10, name: null },
    { kind: 'labelled', actor: reviewer, samples: 2, label: 10, name: null },
  ])
})

test('[F14] whole filter: it is the last verdict to who takes back the last one', async () => {
  await play([right(ada, 0), right(ada, 1)])
  await give({ label: null, expected: 2 })
  expect(await takeBackLastReview(store.prisma, reviewer)).toEqual({ stack: 2 })
  expect((await listAdminActions(store.prisma)).map(({ kind }) => kind)).toEqual(['unlabelled', 'labelled'])
})

test('[F14] whole filter: each sample can be given what it was asked for', async () => {
  await play([right(ada, 0), right(ada, 1, 4), right(ada, 2, 9)])
  await give({ label: null, expected: 3 })
  const { samples } = await listSamples(store.prisma)
  expect(samples.map(({ label }) => label)).toEqual(samples.map(({ prompt }) => prompt))
})

test('[F14] whole filter: nothing is done when it has another number of samples than was said', async () => {
  await play([right(ada, 0), right(ada, 1)])
  expect(await give({ label: 1, expected: 3 })).toEqual({ is: 'changed', count: 2 })
  expect(await labels()).toEqual([null, null])
  expect(await listAdminActions(store.prisma)).toEqual([])
})

test('[F14] whole filter: what others have said is not overwritten: where it differs there is no label', async () => {
  await play([right(ada, 0), right(ada, 1)])
  const [first] = (await listSamples(store.prisma)).samples
  await saveReview(store.prisma, { sampleId: first?.id ?? '', reviewer: 'Grace', verdict: 7 })
  await give({ label: 2, expected: 2 })
  expect(await labels()).toEqual([null, 2])
})

test('[F14] whole filter: what somebody who is often disagreed with was asked for is not accepted, what it is instead is', async () => {
  await play([right(ada, 0), ...[1, 2, 3].map((canvas) => wrong(mallory, canvas))])
  expect(await give({ label: null, expected: 4 })).toMatchObject({ count: 1, leftOut: 3 })
  expect(await labels({ contributor: mallory.id })).toEqual([null, null, null])
  expect(await give({ filter: { contributor: mallory.id }, label: 7, expected: 3 })).toMatchObject({
    count: 3,
    leftOut: 0,
  })
  expect(await labels({ contributor: mallory.id })).toEqual([7, 7, 7])
})

test('[F14] [C14] whole filter: whoever has thousands accepted has no more in an export than the caps allow', async () => {
  const others = Array.from({ length: 4 }, (_, index) => playerNamed(`Player ${index}`))
  await giveConsent(store.prisma, ...others)
  await play([
    ...Array.from({ length: 60 }, (_, canvas) => right(mallory, canvas)),
    ...others.map((player, index) => right(player, 60 + index)),
  ])
  expect(await give({ label: 1, expected: 64 })).toMatchObject({ count: 64 })
  const options = { formats: ['ndjson' as const], contributorKey: 'key' }
  const { total } = await prepareExport(store.prisma, {
    ...options,
    scope: { filter: {}, onlyReviewed: true },
  })
  expect(total).toBe(contributorCaps.perDigit + others.length)
})
