import { expect, test } from 'vitest'
import { agreedLabel } from '#server/store/samples/label'
import { giveConsent, lenders } from '#server/testing/lenders'
import { drawingBy, guessFor, playerNamed } from '#server/testing/records'
import { measureAgreement } from './agreement'
import { listSamples } from './list-samples'
import { countWaiting, takeDisputed, takeReviewQueue } from './review-queue'
import { listReviewers, reviewerName, sameReviewer } from './reviewers'
import { saveReview } from './save-review'
import { secondLookShare } from './second-looks'

const { store, play } = lenders('Ada', 'Grace')
const start = Date.UTC(2026, 10, 29)
let minute = 0
/** Late enough for every lease from before to have ended. */
const later = () => new Date(start + ++minute * 10 * 60_000)

async function playMany(count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => playerNamed(`Player ${index}`))
  await giveConsent(store.prisma, ...people)
  await play(
    people.map((player, canvas) =>
      drawingBy([player], { canvas, lock: null, guesses: [guessFor(7, 600, 2)] }),
    ),
  )
  return (await store.prisma.sample.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(
    ({ id }) => id,
  )
}

/** Samples whose ids are the lowest there are: all of them are for two. */
async function playForTwo(count: number): Promise<string[]> {
  const ids = await playMany(count)
  await store.prisma.$executeRaw`update "Sample" set id = ('00000000' || substr(id::text, 9))::uuid`
  return ids.map((id) => `00000000${id.slice(8)}`)
}

/** Reviews all that a reviewer is shown, until there is nothing more. @returns the ids of it */
async function reviewAll(reviewer: string, verdictOf: (id: string) => number): Promise<string[]> {
  const seen: string[] = []
  for (;;) {
    const { samples } = await takeReviewQueue(store.prisma, { reviewer, now: later() })
    if (samples.length === 0) return seen
    for (const { id } of samples) {
      seen.push(id)
      await saveReview(store.prisma, { sampleId: id, reviewer, verdict: verdictOf(id) })
    }
  }
}

const labelOf = async (id: string) =>
  (await store.prisma.sample.findUniqueOrThrow({ where: { id }, select: { label: true } })).label

test('[F13] second looks: a share of what one reviewer has labelled is shown to a second, once, and to no third', async () => {
  const ids = await playMany(40)
  // Ids as random as they are, of which a known share is low.
  await store.prisma.$executeRaw`
    update "Sample" set id = (lpad(to_hex(((place - 0.5) * 4294967296 / 40)::bigint), 8, '0') || substr(id::text, 9))::uuid
    from (select id as old, row_number() over (order by id) as place from "Sample") placed where "Sample".id = old`
  expect(await reviewAll('Ada', () => 7)).toHaveLength(ids.length)
  expect(await countWaiting(store.prisma, 'Ada')).toEqual({ single: 0, disputed: 0 })
  const share = secondLookShare * ids.length
  expect(await countWaiting(store.prisma, 'Grace')).toEqual({ single: share, disputed: 0 })
  const looks = await reviewAll('Grace', () => 7)
  expect(new Set(looks).size).toBe(share)
  expect(await reviewAll('Grace', () => 7)).toEqual([])
  expect(await reviewAll('Edsger', () => 7)).toEqual([])
})

test('[F13] second looks: they stand among what nobody has seen, and say nothing of the first', async () => {
  await playForTwo(10)
  await reviewAll('Ada', () => 7)
  await playMany(20)
  const { samples } = await takeReviewQueue(store.prisma, { reviewer: 'Grace', now: later() })
  const places = samples.flatMap(({ id }, place) => (id.startsWith('00000000') ? [place] : []))
  expect(places).toHaveLength(6)
  expect(places[0]).toBeGreaterThan(0)
  expect(places.at(-1)).toBeLessThan(samples.length - 1)
  expect(samples.flatMap(({ verdicts }) => verdicts)).toEqual([])
})

test('[F13] second looks: what was reviewed before reviewers had names is for nobody', async () => {
  await playForTwo(3)
  await reviewAll('admin', () => 7)
  expect(await countWaiting(store.prisma, 'Grace')).toEqual({ single: 0, disputed: 0 })
})

test('[F13] disagreement: it takes the label away and waits, with what each said, until somebody settles it', async () => {
  const [same = '', other = ''] = await playForTwo(2)
  await reviewAll('Ada', () => 7)
  await reviewAll('Grace', (id) => (id === same ? 7 : 1))
  expect([await labelOf(same), await labelOf(other)]).toEqual([7, null])
  expect(await countWaiting(store.prisma, 'Edsger')).toEqual({ single: 0, disputed: 1 })
  const { samples } = await takeDisputed(store.prisma, { reviewer: 'Edsger', now: later() })
  expect(samples).toMatchObject([
    {
      id: other,
      verdicts: [
        { reviewer: 'Ada', verdict: 7 },
        { reviewer: 'Grace', verdict: 1 },
      ],
    },
  ])
  await saveReview(store.prisma, { sampleId: other, reviewer: 'Ada', verdict: 1, settles: true })
  expect(await labelOf(other)).toBe(1)
  expect(await countWaiting(store.prisma, 'Grace')).toEqual({ single: 0, disputed: 0 })
})

test('[F13] agreement: it is counted pair by pair, by what each said last without knowing the other, and not by what was settled', async () => {
  const ids = await playForTwo(4)
  const [first = '', second = ''] = ids
  await reviewAll('Ada', () => 7)
  await reviewAll('Grace', (id) => (id === first || id === second ? 1 : 7))
  await saveReview(store.prisma, { sampleId: first, reviewer: 'Grace', verdict: 7 })
  await saveReview(store.prisma, { sampleId: second, reviewer: 'Ada', verdict: 1, settles: true })
  await saveReview(store.prisma, { sampleId: second, reviewer: 'Edsger', verdict: 1 })
  await saveReview(store.prisma, { sampleId: second, reviewer: 'admin', verdict: 1 })
  expect(await measureAgreement(store.prisma)).toEqual([
    { one: 'Ada', other: 'Grace', count: 4, agreed: 3 },
    { one: 'Ada', other: 'Edsger', count: 1, agreed: 0 },
    { one: 'Edsger', other: 'Grace', count: 1, agreed: 1 },
  ])
})

test('[F13] labels: those in the database are those of the rule, whatever reviewers say in whatever order', async () => {
  const ids = await playMany(20)
  const said = ids.flatMap((id, index) =>
    ['Ada', 'Grace', 'Ada', 'admin'].flatMap((reviewer, turn) =>
      (index >> turn) % 2
        ? [{ sampleId: id, reviewer, verdict: (index * (turn + 3)) % 3, settles: index % 7 === turn }]
        : [],
    ),
  )
  for (const review of said) await saveReview(store.prisma, review)
  const { samples } = await listSamples(store.prisma)
  expect(samples.map(({ label }) => label)).toEqual(samples.map(({ reviews }) => agreedLabel(reviews)))
  expect(new Set(samples.map(({ label }) => label)).size).toBeGreaterThan(2)
})

test('[F13] reviewers: a name is one that a player may have, and one that is known is the same in other letters', async () => {
  const [id = ''] = await playMany(1)
  await saveReview(store.prisma, { sampleId: id, reviewer: 'Ada', verdict: 7 })
  await saveReview(store.prisma, { sampleId: id, reviewer: 'admin', verdict: 7 })
  expect(await listReviewers(store.prisma)).toEqual(['Ada'])
  expect(await sameReviewer(store.prisma, 'ADA')).toBe('Ada')
  expect(await sameReviewer(store.prisma, 'Grace')).toBe('Grace')
  expect(reviewerName.parse('  Grace\n Hopper ')).toBe('Grace Hopper')
  for (const name of ['', '   ', 'a'.repeat(21), 'admin', 'Admin', '\u202e'])
    expect(reviewerName.safeParse(name).success).toBe(false)
})
