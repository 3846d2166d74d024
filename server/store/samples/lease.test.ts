import { expect, test } from 'vitest'
import type { RecordedPlayer } from '#game/records/record'
import { giveConsent, lenders } from '#server/testing/lenders'
import { drawingBy, guessFor, playerNamed } from '#server/testing/records'
import { labelAll } from './bulk-review'
import { leaseMs } from './lease'
import { listSamples } from './list-samples'
import { queueLength, takeDisputed, takeReviewQueue } from './review-queue'
import { acceptStack, takeBackStack, takeStack } from './review-stack'
import { saveReview, takeBackLastReview, takeBackReview } from './save-review'

const { store, players, play } = lenders('Ada', 'Grace')
const [ada] = players
const start = Date.UTC(2026, 10, 29)
const at = (ms: number) => new Date(start + ms)

const missed = (player: RecordedPlayer, canvas: number) =>
  drawingBy([player], { canvas, lock: null, guesses: [guessFor(7, 600, 2)] })
const looksRight = (player: RecordedPlayer, canvas: number) =>
  drawingBy([player], { canvas, wrongLocks: 1, guesses: [guessFor(1, 900, 2)] })

async function playMany(count: number, drawing = missed): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => playerNamed(`Player ${index}`))
  await giveConsent(store.prisma, ...people)
  await play(people.map((player, canvas) => drawing(player, canvas)))
}

const take = (reviewer: string, now: Date, released?: string) =>
  takeReviewQueue(store.prisma, { reviewer, now, released })
const idsOf = (queue: { samples: readonly { id: string }[] } | null) =>
  queue?.samples.map(({ id }) => id) ?? []
const give = (sampleId: string, leaseId: string, now: Date, { reviewer = 'Ada', verdict = 7 } = {}) =>
  saveReview(store.prisma, { sampleId, reviewer, verdict }, { id: leaseId, now })
const labels = async () => (await listSamples(store.prisma)).samples.map(({ label }) => label)

test('[F12] leases: pages that ask at once, of one reviewer or of several, are given different samples, and all there are', async () => {
  await playMany(70)
  const reviewers = ['Ada', 'Ada', 'Grace', 'Grace']
  const queues = await Promise.all(reviewers.map((reviewer) => take(reviewer, at(0))))
  const ids = queues.flatMap(idsOf)
  expect(ids).toHaveLength(70)
  expect(new Set(ids).size).toBe(70)
  expect(queues.map(({ samples }) => samples.length).sort()).toEqual([0, 0, 70 - queueLength, queueLength])
})

test('[F12] leases: two minutes after somebody last worked on them samples are given back, and not before', async () => {
  await playMany(3)
  const queue = await take('Ada', at(0))
  const [first = '', ...others] = idsOf(queue)
  expect(await give(first, queue.leaseId, at(60_000))).toMatchObject({ is: 'saved' })
  // Another page of theirs: somebody else might be asked for a second look at the first [F13].
  expect(idsOf(await take('Ada', at(60_000 + leaseMs - 1)))).toEqual([])
  expect(idsOf(await take('Ada', at(60_000 + leaseMs)))).toEqual(others)
})

test('[F12] leases: a verdict on a sample that another page was given meanwhile is refused as lease-lost; one that nobody was given is taken, however late', async () => {
  await playMany(2)
  const queue = await take('Ada', at(0))
  const [one = '', other = ''] = idsOf(queue)
  expect(await give(one, queue.leaseId, at(10 * leaseMs))).toMatchObject({ is: 'saved' })
  const later = await take('Ada', at(12 * leaseMs))
  expect(idsOf(later)).toEqual([other])
  expect(await give(other, queue.leaseId, at(12 * leaseMs), { verdict: 1 })).toEqual({ is: 'lease-lost' })
  expect(await give(other, later.leaseId, at(12 * leaseMs))).toMatchObject({ is: 'saved' })
  expect(await give(other, queue.leaseId, at(20 * leaseMs), { verdict: 1 })).toEqual({ is: 'lease-lost' })
  expect(await labels()).toEqual([7, 7])
})

test('[F12] leases: a page that is loaded again gives its samples back first', async () => {
  await playMany(5)
  const before = await take('Ada', at(0))
  expect(idsOf(await take('Ada', at(1_000)))).toEqual([])
  expect(idsOf(await take('Ada', at(1_000), before.leaseId))).toEqual(idsOf(before))
})

test('[F12] leases: what is taken back is shown to who took it back, and to nobody else', async () => {
  await playMany(1)
  const { leaseId, samples } = await take('Ada', at(0))
  const saved = await give(samples[0]?.id ?? '', leaseId, at(0))
  const lease = { id: leaseId, now: at(3 * leaseMs) }
  await takeBackReview(store.prisma, saved.is === 'saved' ? saved.id : '', 'Ada', lease)
  expect(idsOf(await take('Grace', at(3 * leaseMs)))).toEqual([])
  expect(await labels()).toEqual([null])
  await give(samples[0]?.id ?? '', leaseId, at(3 * leaseMs))

  // On a page that was loaded since.
  const again = await take('Ada', at(9 * leaseMs))
  const backed = await takeBackLastReview(store.prisma, 'Ada', { id: again.leaseId, now: at(9 * leaseMs) })
  expect(backed).toMatchObject({ sample: { id: samples[0]?.id } })
  expect(await give(samples[0]?.id ?? '', again.leaseId, at(9 * leaseMs))).toMatchObject({ is: 'saved' })
})

test('[F12] leases: what somebody else is shown is taken back, and shown to nobody more', async () => {
  await playMany(1)
  const first = await take('Ada', at(0))
  const id = idsOf(first)[0] ?? ''
  await give(id, first.leaseId, at(0))
  await saveReview(store.prisma, { sampleId: id, reviewer: 'Grace', verdict: 1 })
  const disputed = await takeDisputed(store.prisma, { reviewer: 'Grace', now: at(leaseMs) })
  expect(idsOf(disputed)).toEqual([id])
  const lease = { id: first.leaseId, now: at(leaseMs) }
  expect(await takeBackLastReview(store.prisma, 'Ada', lease)).toEqual({ sample: null })
  expect(await give(id, disputed.leaseId, at(leaseMs), { reviewer: 'Grace' })).toMatchObject({ is: 'saved' })
})

test('[F12] leases: stacks at once have different drawings, and one that somebody else was given meanwhile is passed over', async () => {
  await playMany(30, looksRight)
  const stacks = await Promise.all([0, 0].map((ms) => takeStack(store.prisma, { now: at(ms) })))
  const [stack, rest] = stacks.toSorted((one, other) => idsOf(other).length - idsOf(one).length)
  expect([stack, rest].map((each) => each?.samples.length)).toEqual([24, 6])
  expect(new Set(stacks.flatMap(idsOf)).size).toBe(30)
  const accept = {
    stackId: stack?.id ?? '',
    digit: 1,
    accepted: idsOf(stack ?? null),
    doubted: [],
    reviewer: 'Ada',
  }
  const other = await takeStack(store.prisma, { now: at(leaseMs) })
  const lost = idsOf(other).filter((id) => accept.accepted.includes(id)).length
  expect(lost).toBeGreaterThan(0)
  expect(await acceptStack(store.prisma, accept)).toBe(accept.accepted.length - lost)
})

test('[F12] leases: a stack that is taken back is shown to who took it back, and to nobody else', async () => {
  await playMany(5, looksRight)
  const stack = await takeStack(store.prisma, { now: at(0) })
  const accept = { stackId: stack?.id ?? '', digit: 1, accepted: idsOf(stack), doubted: [], reviewer: 'Ada' }
  expect(await acceptStack(store.prisma, accept)).toBe(5)
  await takeBackStack(store.prisma, accept.stackId, { reviewer: 'Ada', now: at(2 * leaseMs) })
  expect(await takeStack(store.prisma, { now: at(2 * leaseMs) })).toBeNull()
  expect(await acceptStack(store.prisma, accept)).toBe(5)
})

test('[F12] leases: a verdict on a whole filter does not wait for them, and both verdicts stand', async () => {
  await play([missed(ada, 0)])
  const queue = await take('Ada', at(0))
  const bulk = { filter: {}, label: 1, expected: 1, reviewer: 'Grace' }
  await labelAll(store.prisma, { ...bulk, label: 2 })
  expect(await give(idsOf(queue)[0] ?? '', queue.leaseId, at(0))).toMatchObject({ is: 'saved' })
  expect(await labels()).toEqual([null])
})
