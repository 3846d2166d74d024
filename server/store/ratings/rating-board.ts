import { type Ranked, type Ranking, type RankingOptions, rankEntries } from '#server/store/boards/ranking'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { provisionalGames, shownRating } from './rate-game'

/** A player by strength; the game is their newest that counted. */
export type RatingRow = Ranked & { rating: number; games: number }

/** The strongest players, without those whose rating is provisional. */
export async function ratingBoard(prisma: Prisma, options: RankingOptions = {}): Promise<Ranking<RatingRow>> {
  type Estimate = Ranked & { mu: number; sigma: number; games: number }
  const stored = {
    board: 'rating',
    span: 'all',
    columns: Sql.sql`player.name, player.colour::int, rating.mu, rating.sigma, rating.games`,
    join: Sql.sql`join "Rating" rating on rating."playerId" = entry."playerId"`,
  } as const
  const { rows, own, around } = await rankEntries<Estimate>(prisma, stored, options)
  const show = ({ mu, sigma, ...row }: Estimate): RatingRow => ({
    ...row,
    rating: shownRating({ mu, sigma }),
  })
  return { rows: rows.map(show), own: own && show(own), around: around.map(show) }
}

/** Puts players on the board whose rating has just changed, with the game that changed it, once it is no longer provisional. */
export async function keepRatings(
  transaction: Pick<Sql.TransactionClient, '$executeRaw'>,
  rated: readonly { readonly gameId: string; readonly playerId: string }[],
): Promise<void> {
  await transaction.$executeRaw`
    insert into "BoardEntry" as known (board, span, "playerId", "rankedBy", "finishedAt", "gameId")
    select 'rating', 'all', "playerId", -(mu - 3 * sigma), "updatedAt", "gameId"
    from unnest(${rated.map(({ gameId }) => gameId)}::uuid[], ${rated.map(({ playerId }) => playerId)}::uuid[])
        as rated ("gameId", "playerId")
      join "Rating" using ("playerId") where games >= ${provisionalGames} order by "playerId"
    on conflict (board, span, "playerId") do update set
      "rankedBy" = excluded."rankedBy", "finishedAt" = excluded."finishedAt",
      -- A game that was written late is not their newest.
      "gameId" = case when (select newest."finishedAt" from "Game" newest where newest.id = known."gameId")
        > excluded."finishedAt" then known."gameId" else excluded."gameId" end`
}
