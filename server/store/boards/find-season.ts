import type { Prisma } from '#server/store/prisma'

/**
 * A season is the reign of one judge; it begins with the first game that a new champion judged.
 * @returns the version of the judge of the finished game that began last, so that one which began under the judge before and
 * took longer does not bring the old season back; null before the first
 */
export async function findSeason(prisma: Prisma): Promise<string | null> {
  const newest = await prisma.game.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    select: { rounds: { select: { judgeVersion: true }, take: 1 } },
  })
  return newest?.rounds[0]?.judgeVersion ?? null
}
