import type { PlayerId } from '#game/protocol/scalars'
import { type GameBoard, gameBoards } from '#game/records/what-counts'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** A player's best game on one board. */
export type BoardBest = { board: GameBoard; pointsPerRound: number; gameId: string; finishedAt: Date }

/** [A5] @returns a player's best on each board that they are on, in the order of the boards; of equals the first */
export async function findBests(prisma: Prisma, playerId: PlayerId): Promise<BoardBest[]> {
  const bests = await prisma.$queryRaw<BoardBest[]>`
    select distinct on (game.board) game.board, game.id as "gameId", game."finishedAt",
      result.score::float8 / result.rounds as "pointsPerRound"
    from "Result" result join "Game" game on game.id = result."gameId"
    where result."playerId" = ${playerId}::uuid and result."isOnBoard" and game."finishedAt" is not null
      and ${isCounted(Sql.sql`result."gameId"`, Sql.sql`result."playerId"`)}
    order by game.board, "pointsPerRound" desc, game."finishedAt"`
  return gameBoards.flatMap((board) => bests.find((best) => best.board === board) ?? [])
}
