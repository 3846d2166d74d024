import type { GameRating } from '#game/protocol/http-answers'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import { ratingChange } from '#server/store/players/list-player-games'
import type { Prisma } from '#server/store/prisma'
import { provisionalGames } from './rate-game'

/** What a game did to ratings, by player; null until it has been saved as finished. */
export async function findGameRatings(
  prisma: Prisma,
  gameId: GameId,
): Promise<Record<PlayerId, GameRating> | null> {
  const game = await prisma.game.findUnique({
    where: { id: gameId, finishedAt: { not: null } },
    select: {
      ratingSteps: {
        select: {
          playerId: true,
          mu: true,
          sigma: true,
          muBefore: true,
          sigmaBefore: true,
          rating: { select: { games: true } },
        },
      },
    },
  })
  if (!game) return null
  return Object.fromEntries(
    game.ratingSteps.map(({ playerId, rating, ...step }) => [
      playerId,
      { ...ratingChange(step), isProvisional: rating.games < provisionalGames },
    ]),
  )
}
