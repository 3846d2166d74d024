import { digitCount } from '#game/protocol/scalars'
import { bestDrawings } from '../digit-board'
import { Prisma as Sql } from '../generated/client'
import { bestResults, gameBoards } from '../leaderboard'
import type { Prisma } from '../prisma'
import type { Period } from '../ranking'

const markingLock = 1_163_026_805
/** It reads all drawings once. */
const markingLimits = { maxWait: 10_000, timeout: 1_800_000 }

const digits = Array.from({ length: digitCount }, (_, digit) => digit)

/**
 * A query for the games behind the best of anybody on any board, of all time and of the season that is on: who keeps their rounds
 * changes no board, and takes no replay from one.
 */
export function bestGames(season: string | null): Sql.Sql {
  const periods: Period[] = season === null ? [{}] : [{}, { judgeVersion: season }]
  const best = periods.flatMap((period) => [
    ...gameBoards.map((board) => bestResults(board, period)),
    ...digits.map((digit) => bestDrawings(digit, period)),
  ])
  return Sql.join(
    best.map((query) => Sql.sql`select "gameId" from (${query}) as best where best.name is not null`),
    ' union ',
  )
}

/** Takes note of which old games those are, once a run: asked for each batch anew it would take hours. */
export async function markBestGames(prisma: Prisma, season: string | null, before: Date): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    // Two servers that mark the same games in another order would wait for each other for ever.
    await transaction.$executeRaw`select pg_advisory_xact_lock(${markingLock})`
    await transaction.$executeRaw`
      with best as (${bestGames(season)}), seen as (
        select game.id, best."gameId" is not null as "holdsBest"
        from "Game" game left join best on best."gameId" = game.id
        where game."startedAt" < ${before}
      )
      update "Game" game set "holdsBest" = seen."holdsBest"
      from seen where seen.id = game.id and game."holdsBest" <> seen."holdsBest"`
  }, markingLimits)
}
