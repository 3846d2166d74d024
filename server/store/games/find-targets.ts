import type { Digit, PlayerId } from '#game/protocol/scalars'
import type { BoardSpan } from '#game/records/spans'
import type { GameBoard } from '#game/records/what-counts'
import { nameOfDigit } from '#server/store/boards/digit-board'
import { type LeaderboardRow, resultsIn } from '#server/store/boards/leaderboard'
import { order, ownEntry, rankEntries } from '#server/store/boards/ranking'
import type { Prisma } from '#server/store/prisma'

/** What there is to beat on the board of a game: the best of the day, and the player's own best of all time. */
export type GameTarget = { today: LeaderboardRow | null; own: Omit<LeaderboardRow, 'rank'> | null }

/** The same of a digit, ms from prompt to lock. */
export type DigitTarget = { digit: Digit; today: number | null; own: number | null }

type TargetOptions = { today: BoardSpan; own: PlayerId | undefined }

export async function findGameTarget(
  prisma: Prisma,
  board: GameBoard,
  { today, own }: TargetOptions,
): Promise<GameTarget> {
  const [first, best] = await Promise.all([
    rankEntries<LeaderboardRow>(prisma, { board, ...resultsIn(today) }, { limit: 1 }),
    own ? ownEntry<LeaderboardRow>(prisma, { board, ...resultsIn('all') }, own) : null,
  ])
  return { today: first.rows[0] ?? null, own: best }
}

/** In one query for all digits, off the index: what ranks their entries is what is asked for. In the order of the digits. */
export function findDigitTargets(
  prisma: Prisma,
  digits: readonly Digit[],
  { today, own }: TargetOptions,
): Promise<DigitTarget[]> {
  return prisma.$queryRaw<DigitTarget[]>`
    select digit,
      (select "rankedBy" from "BoardEntry" entry
        where entry.board = each.board and span = ${today} order by ${order} limit 1) as today,
      (select "rankedBy" from "BoardEntry" entry
        where entry.board = each.board and span = 'all' and "playerId" = ${own ?? null}::uuid) as own
    from unnest(${[...digits]}::int[], ${digits.map(nameOfDigit)}::text[]) with ordinality as each (digit, board, position)
    order by position`
}
