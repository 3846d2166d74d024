import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'
import { agreedLabel } from './label'
import { type Lease, leaseAgain, renewLease } from './lease'
import { whereSample } from './sample-filter'
import { changeSamples, lockSamples } from './sample-tally'
import { type SampleToReview, toReview, toReviewColumns } from './sample-to-review'

export type NewReview = {
  readonly sampleId: string
  readonly reviewer: string
  /** A digit, or 10 for "not a digit". */
  readonly verdict: number
  /** [F13] Whether its reviewer has seen what others said. */
  readonly settles?: boolean
}

export type SavedReview =
  | { readonly is: 'saved'; readonly id: string }
  /** The sample is gone, no longer lent, or held; or [F12] somebody else has been shown it since. */
  | { readonly is: 'gone' | 'lease-lost' }

/**
 * [C4] Adds a verdict on a sample that may be reviewed; earlier ones stay. The sample's label follows.
 * @param lease [F12] of the page that shows it, which lasts from now on; without one nobody else can have lost it
 */
export async function saveReview(prisma: Prisma, review: NewReview, lease?: Lease): Promise<SavedReview> {
  return prisma.$transaction(async (transaction): Promise<SavedReview> => {
    await lockSamples(transaction, [review.sampleId])
    const sample = await transaction.sample.findFirst({
      where: { ...whereSample({}), id: review.sampleId },
      select: { id: true, leaseId: true },
    })
    if (!sample) return { is: 'gone' }
    if (lease && sample.leaseId !== lease.id) return { is: 'lease-lost' }
    const { id } = await transaction.review.create({ data: review, select: { id: true } })
    await updateLabels(transaction, [sample.id])
    if (lease) await renewLease(transaction, lease)
    return { is: 'saved', id }
  })
}

/**
 * Takes a reviewer's own verdict back. @param id a UUID
 * @param lease of the page that shows the sample again
 */
export async function takeBackReview(
  prisma: Prisma,
  id: string,
  reviewer: string,
  lease?: Lease,
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const samples = await deleteReviews(transaction, { id, reviewer })
    if (lease) await leaseAgain(transaction, lease, samples)
  })
}

/** What was taken back: a verdict on one sample, null where somebody else is shown that now, or so many at once. */
export type TakenBack = { readonly sample: SampleToReview | null } | { readonly stack: number }

/**
 * Takes the last verdict of a reviewer back, of those on samples that may still be reviewed; [F9] [F14] with all that were given with it.
 * @param lease of the page that shows the sample again
 * @returns null when there is none
 */
export async function takeBackLastReview(
  prisma: Prisma,
  reviewer: string,
  lease?: Lease,
): Promise<TakenBack | null> {
  return prisma.$transaction(async (transaction) => {
    const review = await transaction.review.findFirst({
      where: { reviewer, sample: whereSample({}) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, stackId: true, sample: { select: toReviewColumns } },
    })
    if (!review) return null
    if (review.stackId) return { stack: await deleteStack(transaction, review.stackId, reviewer) }
    const samples = await deleteReviews(transaction, { id: review.id, reviewer })
    const isShown = !lease || (await leaseAgain(transaction, lease, samples)).length > 0
    return { sample: isShown ? toReview(review.sample) : null }
  })
}

/**
 * [F9] Takes a stack back: its verdicts, and that others were taken out of it; [F14] of a verdict on a whole filter that is written down.
 * @returns how many verdicts
 */
export async function deleteStack(
  transaction: Sql.TransactionClient,
  stackId: string,
  reviewer: string,
): Promise<number> {
  await transaction.sample.updateMany({ where: { doubtedIn: stackId }, data: { doubtedIn: null } })
  const { length: samples } = await deleteReviews(transaction, { stackId, reviewer })
  const bulk = await transaction.adminAction.findFirst({ where: { stackId, kind: 'labelled' } })
  if (bulk && samples > 0) {
    const { label } = bulk
    await transaction.adminAction.create({
      data: { kind: 'unlabelled', actor: reviewer, samples, stackId, label },
    })
  }
  return samples
}

/** Deletes reviews; the labels of their samples follow from those that are left. @returns the ids of those samples */
export async function deleteReviews(
  transaction: Sql.TransactionClient,
  where: { id?: string; stackId?: string; reviewer: string },
): Promise<string[]> {
  const reviews = await transaction.review.findMany({ where, select: { sampleId: true } })
  const samples = [...new Set(reviews.map(({ sampleId }) => sampleId))].sort()
  await lockSamples(transaction, samples)
  await transaction.review.deleteMany({ where })
  await updateLabels(transaction, samples)
  return samples
}

type ReviewRow = {
  sampleId: string
  reviewer: string
  verdict: number
  settles: boolean
  createdAt: Date
}

/** Gives samples, however many, the labels that follow from their reviews. */
export async function updateLabels(
  transaction: Sql.TransactionClient,
  sampleIds: readonly string[],
): Promise<void> {
  const reviews = await transaction.$queryRaw<ReviewRow[]>`
    select "sampleId", reviewer, verdict::int, settles, "createdAt" from "Review" where "sampleId" = any(${sampleIds}::uuid[])`
  const bySample = new Map<string, ReviewRow[]>(sampleIds.map((id) => [id, []]))
  for (const review of reviews) bySample.get(review.sampleId)?.push(review)
  const labels = sampleIds.map((id) => agreedLabel(bySample.get(id) ?? []))
  await changeSamples(
    transaction,
    sampleIds,
    () => transaction.$executeRaw`
      update "Sample" set label = given.label from unnest(${sampleIds}::uuid[], ${labels}::smallint[]) given(id, label)
      where "Sample".id = given.id and "Sample".label is distinct from given.label`,
  )
}
