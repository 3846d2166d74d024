import type { Prisma } from '#server/store/prisma'
import { whereSample } from './sample-filter'

/**
 * [C4] Adds a verdict on a sample that may be reviewed; earlier ones stay.
 * @param verdict a digit, or 10 for "not a digit"
 * @returns its id; null when the sample is gone, no longer lent, or held
 */
export async function saveReview(
  prisma: Prisma,
  review: { sampleId: string; reviewer: string; verdict: number },
): Promise<string | null> {
  const sample = await prisma.sample.findFirst({
    where: { ...whereSample({}), id: review.sampleId },
    select: { id: true },
  })
  if (!sample) return null
  const { id } = await prisma.review.create({ data: review, select: { id: true } })
  return id
}

/** Takes a reviewer's own verdict back. */
export async function takeBackReview(prisma: Prisma, id: string, reviewer: string): Promise<void> {
  await prisma.review.deleteMany({ where: { id, reviewer } })
}
