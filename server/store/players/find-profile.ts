import { type AchievementName, achievementNames } from '#game/protocol/constants'
import type { PlayerId } from '#game/protocol/scalars'
import type { Streak } from '#game/records/streak'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { provisionalGames, shownRating } from '#server/store/ratings/rate-game'
import { Prisma as Sql } from '../generated/client'
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
  const [player, games, wins, { digits, readings }, streak] = await Promise.all([
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
    prisma.result.count({ where: { playerId } }),
    countWins(prisma, playerId),
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

/** [S21] As `hasWon` of game/records. By the player's own results: asked through the model, all results of all games would be read. */
async function countWins(prisma: Prisma, playerId: PlayerId): Promise<number> {
  const [row] = await prisma.$queryRaw<{ wins: number }[]>`
    select count(*)::int as wins from "Result" result
    where result."playerId" = ${playerId}::uuid and result.rank = 1 and result.score > 0
      and exists (select from "Result" other where other."gameId" = result."gameId" and other.rank > 1)
      and ${isCounted(Sql.sql`result."gameId"`, Sql.sql`result."playerId"`)}`
  return row?.wins ?? 0
}
