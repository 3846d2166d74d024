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

/** A player's finished games, newest first. */
export async function listPlayerGames(
  prisma: Prisma,
  { playerId, limit = 30 }: { playerId: PlayerId; limit?: number },
): Promise<PlayerGame[]> {
  const rows = await prisma.result.findMany({
    where: { playerId, game: { finishedAt: { not: null } } },
    orderBy: { game: { finishedAt: 'desc' } },
    take: limit,
    select: {
      gameId: true,
      score: true,
      rank: true,
      locks: true,
      hold: { select: { decision: true } },
      game: {
        select: {
          mode: true,
          day: true,
          finishedAt: true,
          _count: { select: { results: true } },
          ratingSteps: {
            where: { playerId },
            select: { mu: true, sigma: true, muBefore: true, sigmaBefore: true },
          },
        },
      },
    },
  })
  return rows.flatMap(({ game, hold, ...result }) => {
    const { mode, day, finishedAt, _count, ratingSteps } = game
    if (!finishedAt) return []
    const [step] = ratingSteps
    const rating = step ? ratingChange(step) : null
    const review = reviewOf(hold)
    return [{ ...result, mode, finishedAt, isDaily: day !== null, players: _count.results, rating, review }]
  })
}

/** What one game did to a rating, as players see it. */
export function ratingChange(step: { mu: number; sigma: number; muBefore: number; sigmaBefore: number }) {
  const after = shownRating(step)
  return { after, change: after - shownRating({ mu: step.muBefore, sigma: step.sigmaBefore }) }
}
