import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import {
  duringPeriod,
  onEqualTerms,
  type Period,
  type Ranked,
  type Ranking,
  type RankingWish,
  rankRows,
} from './ranking'

/** A player's best finished game. */
export type LeaderboardRow = Ranked & {
  pointsPerRound: number
  /** Mean time from prompt to lock, ms; null when nothing locked. */
  lockMs: number | null
}

export type Leaderboard = Ranking<LeaderboardRow>

/** What is compared on one board: a race can be lucky for a round or two, and the longer of two rushes earns more. */
const terms = {
  race: Sql.sql`game.mode = 'race' and result.rounds >= 3`,
  'rush-30': Sql.sql`game.mode = 'rush' and (game.settings ->> 'roundSeconds')::int = 30`,
  'rush-60': Sql.sql`game.mode = 'rush' and (game.settings ->> 'roundSeconds')::int = 60`,
  relay: Sql.sql`game.mode = 'relay' and (game.settings ->> 'roundSeconds')::int = 60`,
}
export type GameBoard = keyof typeof terms
export const gameBoards = Object.keys(terms) as GameBoard[]

/**
 * The best players, one row each, by points per round in their best finished game. Games with a choice of digits or the
 * streak bonus are for fun.
 */
export function leaderboard(
  prisma: Prisma,
  { board, period = {}, ...wish }: { board: GameBoard; period?: Period } & RankingWish,
): Promise<Leaderboard> {
  return rankRows(prisma, bestResults(board, period), Sql.sql`"pointsPerRound" desc`, wish)
}

/** Each player's best result on a board. */
export function bestResults(board: GameBoard, period: Period): Sql.Sql {
  return Sql.sql`
    select distinct on (result."playerId")
      result."playerId", result.name, result.colour::int, result."gameId", game."finishedAt",
      result.score::float8 / result.rounds as "pointsPerRound",
      result."lockMs"::float8 / nullif(result.locks, 0) as "lockMs"
    from "Result" result join "Game" game on game.id = result."gameId"
    where ${terms[board]} and not result."isByKeyboard" and ${onEqualTerms} and ${duringPeriod(period)}
      and ${isCounted(Sql.sql`result."gameId"`, Sql.sql`result."playerId"`)}
    order by result."playerId", "pointsPerRound" desc, game."finishedAt"`
}
