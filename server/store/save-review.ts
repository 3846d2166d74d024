import type { Prisma } from './prisma'

/** Adds a verdict on a sample; earlier ones stay. @param verdict a digit, or 10 for "not a digit" @returns its id */
export async function saveReview(
  prisma: Prisma,
  review: { sampleId: string; reviewer: string; verdict: number },
): Promise<string> {
  const { id } = await prisma.review.create({ data: review, select: { id: true } })
  return id
}

/** Takes a reviewer's own verdict back. */
export async function takeBackReview(prisma: Prisma, id: string, reviewer: string): Promise<void> {
  await prisma.review.deleteMany({ where: { id, reviewer } })
}
