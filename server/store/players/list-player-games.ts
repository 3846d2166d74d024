import type { OwnReview } from '#game/protocol/http-answers'
import type { ModeName, PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { shownRating } from '#server/store/ratings/rate-game'
import { reviewOf } from '#server/store/samples/find-own-review'

/** A finished game as one of its players sees it. */
export type PlayerGame = {
  gameId: string
  mode: ModeName
  isDaily: boolean
  finishedAt: Date
  score: number
  /** From 1; equals share one. */
  rank: number
  /** How many played. */
  players: number
  locks: number
  /** What the rating showed after it, and by how much that changed; null when the game was for fun. */
  rating: { after: number; change: number } | null
  /** [F6] For the player's own eyes only. */
  review: OwnReview | null
}

type Row = Omit<PlayerGame, 'rating' | 'review'> & {
  isHeld: boolean
  decision: 'released' | 'removed' | null
  mu: number | null
  sigma: number
  muBefore: number
  sigmaBefore: number
}

/** A player's finished games, newest first. How many played is counted for those that are shown alone. */
export async function listPlayerGames(
  prisma: Prisma,
  { playerId, limit = 30 }: { playerId: PlayerId; limit?: number },
): Promise<PlayerGame[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    select own.*, hold."gameId" is not null as "isHeld", hold.decision::text, step.mu, step.sigma, step."muBefore",
      step."sigmaBefore",
      (select count(*)::int from "Result" other where other."gameId" = own."gameId") as players
    from (
      select result."gameId", result.score, result.rank::int, result.locks, game.mode::text, game.day is not null as "isDaily",
        result."finishedAt"
      from "Result" result join "Game" game on game.id = result."gameId"
      where result."playerId" = ${playerId}::uuid and result."finishedAt" is not null order by result."finishedAt" desc limit ${limit}
    ) own
      left join "Hold" hold on hold."gameId" = own."gameId" and hold."playerId" = ${playerId}::uuid
      left join "RatingStep" step on step."gameId" = own."gameId" and step."playerId" = ${playerId}::uuid
    order by own."finishedAt" desc`
  return rows.map(({ isHeld, decision, mu, sigma, muBefore, sigmaBefore, ...game }) => ({
    ...game,
    rating: mu === null ? null : ratingChange({ mu, sigma, muBefore, sigmaBefore }),
    review: reviewOf(isHeld ? { decision } : null),
  }))
}

/** What one game did to a rating, as players see it. */
export function ratingChange(step: { mu: number; sigma: number; muBefore: number; sigmaBefore: number }) {
  const after = shownRating(step)
  return { after, change: after - shownRating({ mu: step.muBefore, sigma: step.sigmaBefore }) }
}
