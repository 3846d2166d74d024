import type { Day } from '#game/prompts/daily'
import type { BoardSpan } from '#game/records/spans'
import type { GameBoard } from '#game/records/what-counts'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { type BoardKind, type Ranked, type Ranking, type RankingOptions, rankEntries } from './ranking'

/** A player's best finished game. */
export type LeaderboardRow = Ranked & {
  pointsPerRound: number
  /** Mean time from prompt to lock, ms; null when nothing locked. */
  lockMs: number | null
}

export type Leaderboard = Ranking<LeaderboardRow>

/**
 * The best players, one row each, by points per round in their best finished game. Which games and results count was
 * decided by `whatCounts` when they were stored.
 */
export function leaderboard(
  prisma: Prisma,
  { board, span = 'all', ...options }: { board: GameBoard; span?: BoardSpan } & RankingOptions,
): Promise<Leaderboard> {
  return rankEntries(prisma, { board, ...resultsIn(span) }, options)
}

/** [R14] Everybody's ranked try at one day's challenge, best first: those that had ended when its secret was published. */
export function dailyBoard(prisma: Prisma, day: Day, options: RankingOptions = {}): Promise<Leaderboard> {
  return rankEntries(prisma, { board: 'daily', ...resultsIn(`day ${day}`) }, options)
}

export function resultsIn(span: BoardSpan): BoardKind {
  return {
    span,
    columns: Sql.sql`result.name, result.colour::int, -entry."rankedBy" as "pointsPerRound",
      result."lockMs"::float8 / nullif(result.locks, 0) as "lockMs"`,
    join: Sql.sql`
      join "Result" result on result."gameId" = entry."gameId" and result."playerId" = entry."playerId"`,
  }
}
