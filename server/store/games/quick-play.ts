import type { QuickPlay } from '#server/rooms/ports'
import type { Prisma } from '#server/store/prisma'
import { findGhosts } from './find-ghosts'

/** @param database whether it answers: nobody who wants to play waits for one that is away */
export function createQuickPlay(prisma: Prisma, database: { isUp(): Promise<boolean> }): QuickPlay {
  async function requireDatabase(): Promise<void> {
    if (!(await database.isUp())) throw new Error('the database is away')
  }
  return {
    async findGhosts(search) {
      await requireDatabase()
      return findGhosts(prisma, search)
    },
    async findRatings(players) {
      await requireDatabase()
      const rows = await prisma.rating.findMany({
        where: { playerId: { in: [...players] } },
        select: { playerId: true, mu: true },
      })
      return new Map(rows.map(({ playerId, mu }) => [playerId, mu]))
    },
  }
}
