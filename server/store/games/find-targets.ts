import type { Digit, PlayerId } from '#game/protocol/scalars'
import type { BoardSpan } from '#game/records/spans'
import type { GameBoard } from '#game/records/what-counts'
import { boardOfDigit, type DigitRow, digitBoard } from '#server/store/boards/digit-board'
import { boardOfResults, type LeaderboardRow, leaderboard } from '#server/store/boards/leaderboard'
import { ownEntry, type Ranked } from '#server/store/boards/ranking'
import type { Prisma } from '#server/store/prisma'

/** What there is to beat on one board: the best of the day, and the player's own best of all time. */
export type Target<Row extends Ranked> = { today: Row | null; own: Omit<Row, 'rank'> | null }

export type DigitTarget = Target<DigitRow> & { digit: Digit }

type TargetOptions = { today: BoardSpan; own: PlayerId | undefined }

export async function findGameTarget(
  prisma: Prisma,
  board: GameBoard,
  { today: span, own: player }: TargetOptions,
): Promise<Target<LeaderboardRow>> {
  const [today, own] = await Promise.all([
    leaderboard(prisma, { board, limit: 1, span }),
    player ? ownEntry<LeaderboardRow>(prisma, boardOfResults(board, 'all'), player) : null,
  ])
  return { today: today.rows[0] ?? null, own }
}

/** Likewise for single digits. */
export function findDigitTargets(
  prisma: Prisma,
  digits: readonly Digit[],
  { today: span, own: player }: TargetOptions,
): Promise<DigitTarget[]> {
  return Promise.all(
    digits.map(async (digit) => {
      const [today, own] = await Promise.all([
        digitBoard(prisma, { digit, limit: 1, span }),
        player ? ownEntry<DigitRow>(prisma, boardOfDigit(digit, 'all'), player) : null,
      ])
      return { digit, today: today.rows[0] ?? null, own }
    }),
  )
}
