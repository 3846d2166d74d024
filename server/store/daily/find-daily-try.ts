import type { Day } from '#game/prompts/daily'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'

/** A player's ranked try of a day, null as long as they have not begun it. */
export async function findDailyTry(prisma: Prisma, day: Day, playerId: PlayerId): Promise<GameId | null> {
  const found = await prisma.dailyTry.findUnique({
    where: { day_playerId: { day: new Date(day), playerId } },
    select: { gameId: true },
  })
  return found?.gameId ?? null
}
