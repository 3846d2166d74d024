import { refine } from 'zod/mini'
import { playerName } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { adminReviewer } from './label'

/** [F13] What a reviewer may be called: as a player may, but for what stands for somebody without a name. */
export const reviewerName = playerName.check(refine((name) => name.toLowerCase() !== adminReviewer))

/** All who have given a verdict, in the order of the alphabet. */
export async function listReviewers(prisma: Pick<Prisma, '$queryRaw'>): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ reviewer: string }[]>`
    select distinct reviewer from "Review" where reviewer <> ${adminReviewer} order by reviewer`
  return rows.map(({ reviewer }) => reviewer)
}

/** [F13] A name as it was spelled the first time, so that Ada and ada are one reviewer. */
export async function sameReviewer(prisma: Pick<Prisma, '$queryRaw'>, name: string): Promise<string> {
  const known = await listReviewers(prisma)
  return known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name
}
