import { randomUUID } from 'node:crypto'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'
import { isFree, leaseSamples } from './lease'
import { type SampleFilter, whereSample } from './sample-filter'
import { countSamples } from './sample-tally'
import { type RowToReview, type SampleToReview, toReview, toReviewColumns } from './sample-to-review'
import { chooseSecondLooks, countSecondLooks } from './second-looks'

/** [C14] How many samples of one contributor are in a queue at most. */
export const mostPerContributor = 3

/** How many are reviewed one by one before the page asks again. */
export const queueLength = 48

/** [F13] How many of them at most are second looks, spread among the others. */
const mostSecondLooks = 6

/** Who asks for samples, when, and for which; a page that is loaded again gives back what it had [F12]. */
export type Asker = {
  readonly reviewer: string
  readonly now: Date
  readonly filter?: SampleFilter
  readonly released?: string | undefined
}

/** Samples that nobody else is shown as long as the lease lasts [F12]. */
export type ReviewQueue = { readonly leaseId: string; readonly samples: readonly SampleToReview[] }

/** [F12] Leases the next samples to review one by one. */
export async function takeReviewQueue(prisma: Prisma, asker: Asker): Promise<ReviewQueue> {
  const leaseId = randomUUID()
  const choose = (transaction: Sql.TransactionClient) => listReviewQueue(transaction, asker)
  const rows = await leaseSamples(prisma, { id: leaseId, now: asker.now }, choose, asker.released)
  return { leaseId, samples: rows.map(toReview) }
}

/** [F12] [F13] Leases the next samples on which reviewers disagree, the hardest first. */
export async function takeDisputed(prisma: Prisma, { now, filter, released }: Asker): Promise<ReviewQueue> {
  const leaseId = randomUUID()
  const where = { ...whereDisputed(filter), ...isFree(now) }
  const choose = (transaction: Sql.TransactionClient) =>
    transaction.sample.findMany({ ...hardestFirst, where, take: queueLength })
  const rows = await leaseSamples(prisma, { id: leaseId, now }, choose, released)
  return { leaseId, samples: rows.map(toReview) }
}

const hardestFirst = {
  select: toReviewColumns,
  orderBy: [{ difficulty: 'desc' }, { id: 'asc' }],
} satisfies Sql.SampleFindManyArgs

/** What nobody has given a verdict on. */
const whereUnseen = (filter: SampleFilter = {}): Sql.SampleWhereInput => ({
  ...whereSample({ ...filter, isReviewed: false }),
  reviews: { none: {} },
})

/** [F13] What reviewers disagree on. */
const whereDisputed = (filter: SampleFilter = {}): Sql.SampleWhereInput => ({
  ...whereSample({ ...filter, isReviewed: false }),
  reviews: { some: {} },
})

/**
 * [C14] [F9] The next samples to review one by one, of those that are shown to nobody: first those that were taken out of a stack, then the
 * hardest; the hardest of each contributor before their second, so that nobody fills the queue; [F13] second looks spread among them. At
 * most `queueLength`.
 */
export async function listReviewQueue(
  transaction: Sql.TransactionClient,
  { reviewer, now, filter = {} }: Asker,
): Promise<RowToReview[]> {
  const ids = await chooseSecondLooks(transaction, { reviewer, filter, now, most: mostSecondLooks })
  const looks = await transaction.sample.findMany({ select: toReviewColumns, where: { id: { in: ids } } })
  const where = { ...whereUnseen(filter), ...isFree(now) }
  const most = queueLength - looks.length
  const queue: RowToReview[] = []
  const taken = countBy(looks, ({ contributorId }) => contributorId)
  await fill(transaction, { ...where, doubtedIn: { not: null } }, { queue, taken, most })
  const doubted = interleave(queue)
  await fill(transaction, where, { queue, taken, most })
  return spread([...doubted, ...interleave(queue.slice(doubted.length))], looks)
}

type Filling = { readonly queue: RowToReview[]; readonly taken: Map<string, number>; readonly most: number }

/** Each turn of the loop asks for the hardest of those who still have a place, and gives away one or more. */
async function fill(
  transaction: Sql.TransactionClient,
  where: Sql.SampleWhereInput,
  { queue, taken, most }: Filling,
): Promise<void> {
  while (queue.length < most) {
    const full = [...taken].filter(([, count]) => count >= mostPerContributor).map(([id]) => id)
    const NOT = { OR: [{ id: { in: queue.map(({ id }) => id) } }, { contributorId: { in: full } }] }
    const samples = await transaction.sample.findMany({
      ...hardestFirst,
      where: { ...where, NOT },
      take: queueLength,
    })
    if (samples.length === 0) return
    for (const sample of samples) {
      const count = taken.get(sample.contributorId) ?? 0
      if (count >= mostPerContributor || queue.length >= most) continue
      queue.push(sample)
      taken.set(sample.contributorId, count + 1)
    }
  }
}

/** How many samples wait in all, whoever is shown them now: for this reviewer, and to be settled. */
export type Waiting = { readonly single: number; readonly disputed: number }

export async function countWaiting(
  prisma: Prisma,
  reviewer: string,
  filter: SampleFilter = {},
): Promise<Waiting> {
  const [unlabelled, looks, disputed] = await Promise.all([
    countSamples(prisma, { ...filter, isReviewed: false }),
    countSecondLooks(prisma, reviewer, filter),
    prisma.sample.count({ where: whereDisputed(filter) }),
  ])
  // Read one after the other, with verdicts in between.
  return { single: Math.max(0, unlabelled - disputed) + looks, disputed }
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** The few among the many at equal distances; the many keep their order. */
function spread<Item>(many: readonly Item[], few: readonly Item[]): Item[] {
  const step = Math.floor(many.length / (few.length + 1))
  return few.reduceRight((all, item, index) => all.toSpliced((index + 1) * step, 0, item), [...many])
}

/** Everybody's first before anybody's second; among equals the order stays. */
export function interleave<Sample extends { readonly contributorId: string }>(
  samples: readonly Sample[],
): Sample[] {
  const turns = new Map<string, number>()
  const inTurn = samples.map((sample) => {
    const turn = turns.get(sample.contributorId) ?? 0
    turns.set(sample.contributorId, turn + 1)
    return { sample, turn }
  })
  return inTurn.toSorted((a, b) => a.turn - b.turn).map(({ sample }) => sample)
}
