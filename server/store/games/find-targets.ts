import type { Digit, PlayerId } from '#game/protocol/scalars'
import type { GameBoard } from '#game/records/what-counts'
import { type DigitRow, digitBoard } from '#server/store/boards/digit-board'
import { type LeaderboardRow, leaderboard } from '#server/store/boards/leaderboard'
import type { Prisma } from '#server/store/prisma'

/** What there is to beat on one board: the best of the day, and the player's own best of all time. */
export type Target<Row> = { today: Row | null; own: Row | null }

export type DigitTarget = Target<DigitRow> & { digit: Digit }

type TargetOptions = { since: Date; own: PlayerId | undefined }

/** @param since when the day began */
export async function findGameTarget(
  prisma: Prisma,
  board: GameBoard,
  { since, own }: TargetOptions,
): Promise<Target<LeaderboardRow>> {
  const [today, ever] = await Promise.all([
    leaderboard(prisma, { board, limit: 1, period: { since } }),
    own ? leaderboard(prisma, { board, limit: 1, own }) : null,
  ])
  return { today: today.rows[0] ?? null, own: ever?.own ?? null }
}

/** Likewise for single digits. */
export function findDigitTargets(
  prisma: Prisma,
  digits: readonly Digit[],
  { since, own }: TargetOptions,
): Promise<DigitTarget[]> {
  return Promise.all(
    digits.map(async (digit) => {
      const [today, ever] = await Promise.all([
        digitBoard(prisma, { digit, limit: 1, period: { since } }),
        own ? digitBoard(prisma, { digit, limit: 1, own }) : null,
      ])
      return { digit, today: today.rows[0] ?? null, own: ever?.own ?? null }
    }),
  )
}
