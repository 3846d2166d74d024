import { digitCount } from '#game/protocol/constants'
import { gameBoards } from '#game/records/what-counts'
import { bestDrawings } from '#server/store/boards/digit-board'
import { bestResults } from '#server/store/boards/leaderboard'
import type { Period } from '#server/store/boards/ranking'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'

const markingLock = 1_163_026_805

const digits = Array.from({ length: digitCount }, (_, digit) => digit)

/** A query for everybody's best on each board, of all time and of the season that is on. */
function bestQueries(season: string | null): Sql.Sql[] {
  const periods: Period[] = season === null ? [{}] : [{}, { judgeVersion: season }]
  return periods.flatMap((period) => [
    ...gameBoards.map((board) => bestResults(board, period)),
    ...digits.map((digit) => bestDrawings(digit, period)),
  ])
}

/**
 * Marks the old games behind the best of anybody on any board: who keeps their rounds changes no board, and takes no replay
 * from one. Once a run: asked for each batch anew it would take hours. Each query reads all results of one board or all drawings
 * of one digit, and none of them locks anything.
 * @param before only games that started before
 * @param signal ends it after the query that is under way; then no mark has changed
 */
export async function markBestGames(
  prisma: Prisma,
  season: string | null,
  before: Date,
  signal?: AbortSignal,
): Promise<void> {
  const found = new Set<string>()
  for (const query of bestQueries(season)) {
    if (signal?.aborted) return
    const games = await prisma.$queryRaw<{ id: string }[]>`
      select distinct game.id from (${query}) as best join "Game" game on game.id = best."gameId"
      where best.name is not null and game."startedAt" < ${before}`
    for (const { id } of games) found.add(id)
  }
  if (signal?.aborted) return
  await prisma.$transaction(async (transaction) => {
    // Two servers that mark the same games in another order would deadlock.
    await transaction.$executeRaw`select pg_advisory_xact_lock(${markingLock})`
    await transaction.$executeRaw`
      with seen as (
        select game.id, best.id is not null as "holdsBest"
        from "Game" game left join unnest(${[...found]}::uuid[]) as best (id) on best.id = game.id
        where game."startedAt" < ${before}
      )
      update "Game" game set "holdsBest" = seen."holdsBest"
      from seen where seen.id = game.id and game."holdsBest" <> seen."holdsBest"`
  }, transactionLimits)
}
