import type { GameBoard } from '#game/records/what-counts'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import {
  duringPeriod,
  type Period,
  type Ranked,
  type Ranking,
  type RankingOptions,
  rankRows,
} from './ranking'

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
  { board, period = {}, ...options }: { board: GameBoard; period?: Period } & RankingOptions,
): Promise<Leaderboard> {
  return rankRows(prisma, bestResults(board, period), Sql.sql`"pointsPerRound" desc`, options)
}

/** Each player's best result on a board. */
export function bestResults(board: GameBoard, period: Period): Sql.Sql {
  return Sql.sql`
    select distinct on (result."playerId")
      result."playerId", result.name, result.colour::int, result."gameId", game."finishedAt",
      result.score::float8 / result.rounds as "pointsPerRound",
      result."lockMs"::float8 / nullif(result.locks, 0) as "lockMs"
    from "Result" result join "Game" game on game.id = result."gameId"
    where game.board = ${board} and result."isOnBoard" and ${duringPeriod(period)}
      and ${isCounted(Sql.sql`result."gameId"`, Sql.sql`result."playerId"`)}
    order by result."playerId", "pointsPerRound" desc, game."finishedAt"`
}
