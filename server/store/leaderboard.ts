import type { ModeName, PlayerId } from '#game/protocol/scalars'
import type { Prisma } from './prisma'

/** A player's best finished game. */
export type LeaderboardRow = {
  /** From 1; equals share one. */
  rank: number
  playerId: PlayerId
  name: string
  colour: number
  pointsPerRound: number
  /** Mean time from prompt to lock; null when nothing locked. */
  lockMs: number | null
  gameId: string
  finishedAt: Date
}

export type Leaderboard = { rows: LeaderboardRow[]; own: LeaderboardRow | null }

/** One lucky round is no race; the other modes are one long round each. */
const leastRounds: Record<ModeName, number> = { race: 3, rush: 1, relay: 1 }

/**
 * The best players of a mode, one row each, by points per round in their best finished game.
 * @param since only games that finished from then on
 * @param own the player whose row is wanted wherever it is
 */
export async function leaderboard(
  prisma: Prisma,
  { mode, since = new Date(0), limit = 50 }: { mode: ModeName; since?: Date; limit?: number },
  own?: PlayerId,
): Promise<Leaderboard> {
  const found = await prisma.$queryRaw<LeaderboardRow[]>`
    with best as (
      select distinct on (result."playerId")
        result."playerId", result.name, result.colour::int, result."gameId", game."finishedAt",
        result.score::float8 / result.rounds as "pointsPerRound",
        result."lockMs"::float8 / nullif(result.locks, 0) as "lockMs"
      from "Result" result join "Game" game on game.id = result."gameId"
      where game.mode = ${mode}::"Mode" and game."finishedAt" >= ${since} and result.rounds >= ${leastRounds[mode]}
      order by result."playerId", "pointsPerRound" desc, game."finishedAt"
    ), ranked as (
      select best.*, (rank() over by_points)::int as rank, row_number() over by_points as place from best
      window by_points as (order by "pointsPerRound" desc)
    )
    select rank, "playerId", name, colour, "pointsPerRound", "lockMs", "gameId", "finishedAt" from ranked
    where place <= ${limit} or "playerId" = ${own ?? null}::uuid
    order by rank, "finishedAt"`
  return { rows: found.slice(0, limit), own: found.find((row) => row.playerId === own) ?? null }
}
