import type { Digit, PlayerId } from '#game/protocol/scalars'
import type { BoardSpan } from '#game/records/spans'
import type { GameBoard } from '#game/records/what-counts'
import { type DigitRow, digitsIn, nameOfDigit } from '#server/store/boards/digit-board'
import { type LeaderboardRow, resultsIn } from '#server/store/boards/leaderboard'
import { type BoardKind, firstEntries, ownEntries, type Ranked } from '#server/store/boards/ranking'
import type { Prisma } from '#server/store/prisma'

/** What there is to beat on one board: the best of the day, and the player's own best of all time. */
export type Target<Row extends Ranked> = { today: Row | null; own: Omit<Row, 'rank'> | null }

export type DigitTarget = Target<DigitRow> & { digit: Digit }

type TargetOptions = { today: BoardSpan; own: PlayerId | undefined }

export async function findGameTarget(
  prisma: Prisma,
  board: GameBoard,
  options: TargetOptions,
): Promise<Target<LeaderboardRow>> {
  const find = await findTargets<LeaderboardRow>(prisma, [board], resultsIn, options)
  return find(board)
}

/** Likewise for single digits, in two queries for all of them. */
export async function findDigitTargets(
  prisma: Prisma,
  digits: readonly Digit[],
  options: TargetOptions,
): Promise<DigitTarget[]> {
  const find = await findTargets<DigitRow>(prisma, digits.map(nameOfDigit), digitsIn, options)
  return digits.map((digit) => ({ digit, ...find(nameOfDigit(digit)) }))
}

async function findTargets<Row extends Ranked>(
  prisma: Prisma,
  boards: readonly string[],
  kindIn: (span: BoardSpan) => BoardKind,
  { today: span, own: player }: TargetOptions,
): Promise<(board: string) => Target<Row>> {
  const [today, own] = await Promise.all([
    firstEntries<Row>(prisma, boards, kindIn(span)),
    player ? ownEntries<Row>(prisma, boards, kindIn('all'), player) : null,
  ])
  return (board) => ({ today: today.get(board) ?? null, own: own?.get(board) ?? null })
}
