import type { ModeName, PlayerId } from '#game/protocol/scalars'
import type { Prisma } from './prisma'

export type RecentGame = {
  id: string
  mode: ModeName
  finishedAt: Date
  /** Best first. */
  results: { name: string; colour: number; score: number; rank: number }[]
}

/** Finished games, newest first. @param playerId only those this player was in */
export async function listRecentGames(
  prisma: Prisma,
  { playerId, limit = 20 }: { playerId?: PlayerId; limit?: number } = {},
): Promise<RecentGame[]> {
  const games = await prisma.game.findMany({
    where: { finishedAt: { not: null }, ...(playerId ? { results: { some: { playerId } } } : {}) },
    orderBy: { finishedAt: 'desc' },
    take: limit,
    select: {
      id: true,
      mode: true,
      finishedAt: true,
      results: {
        select: { name: true, colour: true, score: true, rank: true },
        orderBy: [{ rank: 'asc' }, { name: 'asc' }],
      },
    },
  })
  return games.flatMap(({ finishedAt, ...game }) => (finishedAt ? [{ ...game, finishedAt }] : []))
}
