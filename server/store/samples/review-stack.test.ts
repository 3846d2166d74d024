import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { RecordedPlayer } from '#game/records/record'
import { leastSelfConfidence } from '#models/evaluation/label-quality'
import { giveConsent, lenders } from '#server/testing/lenders'
import { drawingBy, guessFor, playerNamed } from '#server/testing/records'
import { disagreementOf } from './disagreement'
import { listSamples } from './list-samples'
import { listReviewQueue, mostPerContributor } from './review-queue'
import {
  acceptStack,
  countLooksRight,
  type ReviewStack,
  stackSize,
  takeBackStack,
  takeStack,
} from './review-stack'
import { saveReview, takeBackLastReview } from './save-review'

const { store, players, play } = lenders('Ada', 'Mallory')
const [ada, mallory] = players
const reviewer = 'admin'

/** Kept because of a wrong lock on the way; at the end the judge says what was asked for, so surely. */
const right = (player: RecordedPlayer, canvas: number, { prompt = 1, sure = 900 } = {}) =>
  drawingBy([player], { canvas, prompt, wrongLocks: 1, guesses: [guessFor(prompt, sure, 2)] })
const wrong = (player: RecordedPlayer, canvas: number, prompt = 1) =>
  drawingBy([player], { canvas, prompt, wrongLocks: 1, lock: null, guesses: [guessFor(7, 900, 2)] })

async function crowd(count: number): Promise<RecordedPlayer[]> {
  const people = Array.from({ length: count }, (_, index) => playerNamed(`Player ${index}`))
  await giveConsent(store.prisma, ...people)
  return people
}

const contributorsOf = async ({ samples }: ReviewStack) => {
  const ids = samples.map(({ id }) => id)
  const rows = await store.prisma.sample.findMany({
    where: { id: { in: ids } },
    select: { contributorId: true },
  })
  return rows.map(({ contributorId }) => contributorId)
}
const queueNow = () => listReviewQueue(store.prisma, { reviewer, now: new Date() })
const idsOf = (stack: ReviewStack | null) => stack?.samples.map(({ id }) => id) ?? []
const accept = (stack: ReviewStack, doubted: readonly string[] = []) =>
  acceptStack(store.prisma, {
    ...{ stackId: stack.id, digit: stack.digit, doubted, reviewer },
    accepted: idsOf(stack).filter((id) => !doubted.includes(id)),
  })
/** Two minutes after the one before, so that no lease stands in the way. */
let minutes = 0
const take = () => takeStack(store.prisma, { now: new Date(2 * 60_000 * ++minutes) })
async function stackNow(): Promise<ReviewStack> {
  const stack = await take()
  if (!stack) throw new Error('no stack')
  return stack
}

describe('[F9] stack', () => {
  test('drawings of the digit of which most wait, as many as fit, nobody’s beyond three, the surest first', async () => {
    const people = await crowd(10)
    await play([
      ...people.flatMap((player, index) =>
        [0, 1, 2, 3].map((each) => right(player, index * 4 + each, { sure: 990 - index })),
      ),
      right(ada, 90, { prompt: 7 }),
    ])
    const stack = await stackNow()
    expect([stack.digit, stack.samples.length]).toEqual([1, stackSize])
    const contributors = await contributorsOf(stack)
    for (const { id } of people)
      expect(contributors.filter((contributor) => contributor === id).length).toBeLessThanOrEqual(
        mostPerContributor,
      )
    expect(new Set(contributors)).toEqual(new Set(people.slice(0, 8).map(({ id }) => id)))
  })

  test('none that the judge doubts, takes for another digit, or that has a verdict', async () => {
    await play([
      right(ada, 0),
      right(ada, 1, { sure: leastSelfConfidence }),
      right(ada, 2, { sure: leastSelfConfidence - 1 }),
      right(ada, 3, { prompt: 7 }),
    ])
    await play(Array.from({ length: 30 }, (_, canvas) => drawingBy([ada], { canvas })))
    expect((await stackNow()).samples).toHaveLength(2)
    expect((await countLooksRight(store.prisma))[1]).toBe(2)
    const [first] = idsOf(await stackNow())
    await saveReview(store.prisma, { sampleId: first ?? '', reviewer: 'somebody', verdict: 1 })
    expect((await stackNow()).samples).toHaveLength(1)
  })

  test('none of a contributor whom the judge or reviewers disagree with in more than a tenth; at a tenth still', async () => {
    await play([...Array.from({ length: 9 }, (_, canvas) => right(ada, canvas)), wrong(ada, 9)])
    await play([...Array.from({ length: 8 }, (_, canvas) => right(mallory, canvas)), wrong(mallory, 8)])
    expect([...(await disagreementOf(store.prisma, [ada.id, mallory.id])).values()]).toEqual([0.1, 1 / 9])
    expect(new Set(await contributorsOf(await stackNow()))).toEqual(new Set([ada.id]))
    const { samples } = await listSamples(store.prisma, { contributor: ada.id })
    await saveReview(store.prisma, { sampleId: samples[0]?.id ?? '', reviewer, verdict: 7 })
    expect(await take()).toBeNull()
  })

  test('looking at one labels nothing', async () => {
    await play([right(ada, 0), right(ada, 1)])
    await stackNow()
    expect((await listSamples(store.prisma, { isReviewed: true })).count).toBe(0)
  })
})

describe('[F9] a verdict on a stack', () => {
  test('labels what was left in it; what was taken out comes back alone, and first', async () => {
    const people = await crowd(4)
    await play([...people.map((player, index) => right(player, index)), wrong(ada, 9)])
    const stack = await stackNow()
    const [out = '', ...left] = idsOf(stack)
    expect(await accept(stack, [out])).toBe(3)
    const labelled = await listSamples(store.prisma, { isReviewed: true })
    expect(labelled.samples.map(({ id, label }) => [id, label]).sort()).toEqual(
      left.map((id) => [id, 1]).sort(),
    )
    expect(await take()).toBeNull()
    expect((await queueNow()).map(({ id }) => id)[0]).toBe(out)
  })

  test('passes over what may no longer be in one, whatever the page says', async () => {
    await play([right(ada, 0), right(ada, 1, { sure: 400 }), wrong(mallory, 2), right(mallory, 3)])
    const all = (await listSamples(store.prisma)).samples.map(({ id }) => id)
    const stack = { stackId: randomUUID(), digit: 1, accepted: all, doubted: [], reviewer }
    await store.prisma.sample.updateMany({ data: { leaseId: stack.stackId } })
    expect(await acceptStack(store.prisma, stack)).toBe(1)
    expect(await acceptStack(store.prisma, { ...stack, digit: 2 })).toBe(0)
    const { samples } = await listSamples(store.prisma, { isReviewed: true })
    expect(samples.map(({ contributorId, difficulty }) => [contributorId, difficulty])).toEqual([
      [ada.id, 100],
    ])
  })

  test('is taken back whole, what was taken out too', async () => {
    const people = await crowd(4)
    await play(people.map((player, index) => right(player, index)))
    const stack = await stackNow()
    const [out = ''] = idsOf(stack)
    await accept(stack, [out])
    const now = new Date(0)
    expect(await takeBackStack(store.prisma, stack.id, { reviewer: 'somebody else', now })).toBe(0)
    expect(await takeBackStack(store.prisma, stack.id, { reviewer, now })).toBe(3)
    expect((await listSamples(store.prisma, { isReviewed: true })).count).toBe(0)
    expect(idsOf(await stackNow()).sort()).toEqual(idsOf(stack).sort())
  })

  test('is one verdict to who takes back the last one, on a page that knows nothing of it', async () => {
    await play([right(ada, 0), right(ada, 1), wrong(mallory, 2)])
    const [single] = await queueNow()
    await saveReview(store.prisma, { sampleId: single?.id ?? '', reviewer, verdict: 7 })
    await accept(await stackNow())
    expect(await takeBackLastReview(store.prisma, reviewer)).toEqual({ stack: 2 })
    expect(await takeBackLastReview(store.prisma, reviewer)).toMatchObject({ sample: { id: single?.id } })
  })
})
