import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'
import { agreedLabel } from './label'
import { whereSample } from './sample-filter'
import type { SampleReason } from './sample-reasons'

/**
 * [C4] Adds a verdict on a sample that may be reviewed; earlier ones stay. The sample's label follows.
 * @param verdict a digit, or 10 for "not a digit"
 * @returns its id; null when the sample is gone, no longer lent, or held
 */
export async function saveReview(
  prisma: Prisma,
  review: { sampleId: string; reviewer: string; verdict: number },
): Promise<string | null> {
  return prisma.$transaction(async (transaction) => {
    await lockSamples(transaction, [review.sampleId])
    const sample = await transaction.sample.findFirst({
      where: { ...whereSample({}), id: review.sampleId },
      select: { id: true },
    })
    if (!sample) return null
    const { id } = await transaction.review.create({ data: review, select: { id: true } })
    await updateLabel(transaction, sample.id)
    return id
  })
}

/** Takes a reviewer's own verdict back. @param id a UUID */
export async function takeBackReview(prisma: Prisma, id: string, reviewer: string): Promise<void> {
  await prisma.$transaction((transaction) => deleteReviews(transaction, { id, reviewer }))
}

/** What a reviewer has to see of a sample. */
export type SampleToReview = {
  readonly id: string
  readonly prompt: number
  readonly thousandths: readonly number[]
  /** Why it is kept. */
  readonly reasons: readonly SampleReason[]
  /** How many people read each label in it; empty where nobody voted. */
  readonly votes: readonly number[]
  /** The op log in the form of game/drawing/ink-codec. */
  readonly ink: string
}

/** What was taken back: a verdict on one sample, or a whole stack of so many. */
export type TakenBack = { readonly sample: SampleToReview } | { readonly stack: number }

/**
 * Takes the last verdict of a reviewer back, of those on samples that may still be reviewed; [F9] with all of its stack, if it has one.
 * @returns null when there is none
 */
export async function takeBackLastReview(prisma: Prisma, reviewer: string): Promise<TakenBack | null> {
  return prisma.$transaction(async (transaction) => {
    const review = await transaction.review.findFirst({
      where: { reviewer, sample: whereSample({}) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        stackId: true,
        sample: {
          select: {
            ...{ id: true, prompt: true, thousandths: true, reasons: true, votes: true },
            drawing: { select: { ink: true } },
          },
        },
      },
    })
    if (!review) return null
    if (review.stackId) return { stack: await deleteStack(transaction, review.stackId, reviewer) }
    await deleteReviews(transaction, { id: review.id, reviewer })
    const { drawing, ...sample } = review.sample
    return { sample: { ...sample, ink: drawing.ink } }
  })
}

/** [F9] Takes a stack back: its verdicts, and that others were taken out of it. @returns how many verdicts */
export async function deleteStack(
  transaction: Sql.TransactionClient,
  stackId: string,
  reviewer: string,
): Promise<number> {
  await transaction.sample.updateMany({ where: { doubtedIn: stackId }, data: { doubtedIn: null } })
  return deleteReviews(transaction, { stackId, reviewer })
}

/** Deletes reviews; the labels of their samples follow from those that are left. @returns how many */
export async function deleteReviews(
  transaction: Sql.TransactionClient,
  where: { id?: string; stackId?: string; reviewer: string },
): Promise<number> {
  const reviews = await transaction.review.findMany({ where, select: { sampleId: true } })
  const samples = [...new Set(reviews.map(({ sampleId }) => sampleId))].sort()
  await lockSamples(transaction, samples)
  const { count } = await transaction.review.deleteMany({ where })
  for (const id of samples) await updateLabel(transaction, id)
  return count
}

/** Two verdicts at once on one sample: the second sees the first. */
export async function lockSamples(transaction: Sql.TransactionClient, ids: readonly string[]): Promise<void> {
  await transaction.$queryRaw`select id from "Sample" where id = any(${ids}::uuid[]) order by id for update`
}

export async function updateLabel(transaction: Sql.TransactionClient, sampleId: string): Promise<void> {
  const reviews = await transaction.review.findMany({
    where: { sampleId },
    select: { reviewer: true, verdict: true, createdAt: true },
  })
  await transaction.sample.updateMany({ where: { id: sampleId }, data: { label: agreedLabel(reviews) } })
}
