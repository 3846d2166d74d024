import { type Day, revealedAt } from '#game/prompts/daily'
import type { Leaderboard } from '#server/store/boards/leaderboard'
import { type RankingOptions, rankRows } from '#server/store/boards/ranking'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** [R14] Everybody's ranked try at one day's challenge, best first: those that had ended when its secret was published. */
export function dailyBoard(prisma: Prisma, day: Day, options: RankingOptions = {}): Promise<Leaderboard> {
  const tries = Sql.sql`
    select result."playerId", result.name, result.colour::int, result."gameId", game."finishedAt",
      result.score::float8 as "pointsPerRound", result."lockMs"::float8 / nullif(result.locks, 0) as "lockMs"
    from "DailyTry" try
      join "Result" result on result."gameId" = try."gameId" and result."playerId" = try."playerId"
      join "Game" game on game.id = try."gameId" and game."finishedAt" < ${new Date(revealedAt(day))}
    where try.day = ${day}::date and result."isOnBoard"
      and ${isCounted(Sql.sql`result."gameId"`, Sql.sql`result."playerId"`)}`
  return rankRows(prisma, tries, Sql.sql`"pointsPerRound" desc`, options)
}
