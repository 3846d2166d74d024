import 'server-only'
import type { Prisma } from '#server/store/prisma'
import { countWaiting } from '#server/store/samples/review-queue'
import { countLooksRight } from '#server/store/samples/review-stack'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import type { ReviewCounts } from './review-counts'

/** @param reviewer [F13] who was not shown any of it before */
export async function countReviews(
  prisma: Prisma,
  reviewer: string,
  filter: SampleFilter,
): Promise<ReviewCounts> {
  const [{ single, disputed }, looksRight] = await Promise.all([
    countWaiting(prisma, reviewer, filter),
    countLooksRight(prisma, filter),
  ])
  return { single, stacks: looksRight.reduce((sum, count) => sum + count, 0), settle: disputed }
}
