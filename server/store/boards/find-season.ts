import type { Prisma } from '#server/store/prisma'
import { rememberBoard } from './board-cache'

/**
 * A season is the reign of one judge; it begins with the first game that a new champion judged.
 * @returns the version of the judge of the finished game that began last, so that one which began under the judge before and
 * took longer does not bring the old season back; null before the first
 */
export function findSeason(prisma: Prisma): Promise<string | null> {
  return rememberBoard(prisma, 'season', async () => {
    const [found] = await prisma.$queryRaw<{ judgeVersion: string }[]>`
      select round."judgeVersion"
      from (select id from "Game" where "finishedAt" is not null order by "startedAt" desc limit 1) newest
        join "Round" round on round."gameId" = newest.id
      order by round.index limit 1`
    return found?.judgeVersion ?? null
  })
}
