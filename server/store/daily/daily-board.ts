import type { Day } from '#game/prompts/daily'
import { boardOfResults, type Leaderboard } from '#server/store/boards/leaderboard'
import { type RankingOptions, rankEntries } from '#server/store/boards/ranking'
import type { Prisma } from '#server/store/prisma'

/** [R14] Everybody's ranked try at one day's challenge, best first: those that had ended when its secret was published. */
export function dailyBoard(prisma: Prisma, day: Day, options: RankingOptions = {}): Promise<Leaderboard> {
  return rankEntries(prisma, boardOfResults('daily', `day ${day}`), options)
}
