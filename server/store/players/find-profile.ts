import { type AchievementName, achievementNames } from '#game/protocol/constants'
import type { PlayerId } from '#game/protocol/scalars'
import type { Streak } from '#game/records/streak'
import type { Prisma } from '#server/store/prisma'
import { provisionalGames, shownRating } from '#server/store/ratings/rate-game'
import { type DigitFigures, type DigitReading, findFigures } from './find-figures'
import { findStreak } from './find-streak'

export type ShownRating = {
  readonly rating: number
  /** How many games it is made of. */
  readonly games: number
  readonly isProvisional: boolean
}

export type EarnedAchievement = { name: AchievementName; earnedAt: Date }

export type Profile = {
  id: PlayerId
  name: string
  colour: number
  createdAt: Date
  /** Whether the player shows it to others. */
  isListed: boolean
  games: number
  /** Games that the player won [S21]; [F5] none that is held. */
  wins: number
  /** Null until the first game that counts. */
  rating: ShownRating | null
  /** Digits that were drawn, in order. */
  digits: DigitFigures[]
  /** Their confusion matrix. */
  readings: DigitReading[]
  /** [A3] */
  achievements: EarnedAchievement[]
  /** [A1] As it stands today. */
  streak: Streak
}

/** @returns null for a player whom no record mentions yet */
export async function findProfile(
  prisma: Prisma,
  playerId: PlayerId,
  now = Date.now(),
): Promise<Profile | null> {
  const [player, { games, wins }, { digits, readings }, streak] = await Promise.all([
    prisma.player.findUnique({
      where: { id: playerId },
      select: {
        id: true,
        name: true,
        colour: true,
        createdAt: true,
        isListed: true,
        rating: { select: { mu: true, sigma: true, games: true } },
        achievements: { select: { name: true, earnedAt: true } },
      },
    }),
    countGames(prisma, playerId),
    findFigures(prisma, playerId, now),
    findStreak(prisma, playerId, now),
  ])
  if (!player) return null
  const { rating, achievements, ...columns } = player
  return {
    ...columns,
    ...{ games, wins, digits, readings, streak },
    achievements: achievementNames.flatMap((name) => {
      const earned = achievements.find((each) => each.name === name)
      return earned ? [{ name, earnedAt: earned.earnedAt }] : []
    }),
    rating: rating && showRating(rating),
  }
}

export function showRating({
  games,
  ...believed
}: {
  mu: number
  sigma: number
  games: number
}): ShownRating {
  return { rating: shownRating(believed), games, isProvisional: games < provisionalGames }
}

/** All, and those that were won. */
async function countGames(prisma: Prisma, playerId: PlayerId): Promise<{ games: number; wins: number }> {
  const [row] = await prisma.$queryRaw<{ games: number; wins: number }[]>`
    select count(*)::int as games, (count(*) filter (where result."hasWon" and hold."gameId" is null))::int as wins
    from "Result" result left join "Hold" hold
      on hold."gameId" = result."gameId" and hold."playerId" = ${playerId}::uuid and hold.decision is distinct from 'released'
    where result."playerId" = ${playerId}::uuid`
  return row ?? { games: 0, wins: 0 }
}
