import type { GameId, PlayerId } from '#game/protocol/scalars'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/**
 * [R32] The stored game that was raced in a race against ghosts.
 * @param viewer null for who has not said who they are
 * @returns null where there were no ghosts, and where the viewer is not led to their game
 */
export async function findGhostSource(
  prisma: Prisma,
  gameId: GameId,
  viewer: PlayerId | null,
): Promise<GameId | null> {
  const [found] = await prisma.$queryRaw<{ id: GameId }[]>`
    select source.id from "Game" game join "Game" source on source.id = game.ghosts
    where game.id = ${gameId}::uuid and exists (
      select from "Result" result where result."gameId" = source.id and (
        result."playerId" = ${viewer}::uuid
        or result."isOnBoard" and result.name is not null
          and ${isCounted(Sql.sql`result."gameId"`, Sql.sql`result."playerId"`)}))`
  return found?.id ?? null
}
