import { type Ranked, type Ranking, type RankingOptions, rankRows } from '#server/store/boards/ranking'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { provisionalGames, shownRating } from './rate-game'

/** A player by strength; the game is their newest that counted. */
export type RatingRow = Ranked & { rating: number; games: number }

/** The strongest players, without those whose rating is provisional. */
export async function ratingBoard(prisma: Prisma, options: RankingOptions = {}): Promise<Ranking<RatingRow>> {
  const rated = Sql.sql`
    select player.id as "playerId", player.name, player.colour::int, newest."gameId",
      rating."updatedAt" as "finishedAt", rating.mu, rating.sigma, rating.games
    from "Rating" rating
      join "Player" player on player.id = rating."playerId"
      join lateral (
        select step."gameId" from "RatingStep" step join "Game" game on game.id = step."gameId"
        where step."playerId" = rating."playerId" order by game."finishedAt" desc limit 1
      ) newest on true
    where rating.games >= ${provisionalGames}`
  type Estimate = Ranked & { mu: number; sigma: number; games: number }
  const { rows, own, around } = await rankRows<Estimate>(prisma, rated, Sql.sql`mu - 3 * sigma desc`, options)
  const show = ({ mu, sigma, ...row }: Estimate): RatingRow => ({
    ...row,
    rating: shownRating({ mu, sigma }),
  })
  return { rows: rows.map(show), own: own && show(own), around: around.map(show) }
}
