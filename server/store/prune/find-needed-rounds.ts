import { digitCount } from '#game/protocol/scalars'
import { bestDrawings } from '../digit-board'
import { Prisma as Sql } from '../generated/client'
import { bestResults, gameBoards } from '../leaderboard'
import type { Period } from '../ranking'

const digits = Array.from({ length: digitCount }, (_, digit) => digit)

/**
 * Which of these rounds something still shows: those with a sample, those of a result that an admin has yet to decide on, and those
 * behind the best of anybody on any board, of all time and of the season that is on. So pruning changes no board, and takes no replay from one.
 */
export async function findNeededRounds(
  transaction: Sql.TransactionClient,
  rounds: readonly string[],
  season: string | null,
): Promise<ReadonlySet<string>> {
  if (rounds.length === 0) return new Set()
  const players = await transaction.$queryRaw<{ id: string }[]>`
    select distinct drawer."playerId" as id
    from "Drawer" drawer join "Drawing" drawing on drawing.id = drawer."drawingId"
    where drawing."roundId" = any(${rounds}::uuid[]) and drawer.name is not null`
  const ids = players.map(({ id }) => id)
  const periods: Period[] = season === null ? [{}] : [{}, { judgeVersion: season }]
  const best = periods.flatMap((period) => [
    ...gameBoards.map((board) =>
      bestResults(board, period, Sql.sql`result."playerId" = any(${ids}::uuid[])`),
    ),
    ...digits.map((digit) => bestDrawings(digit, period, Sql.sql`drawer."playerId" = any(${ids}::uuid[])`)),
  ])
  const games = Sql.join(
    best.map((query) => Sql.sql`select "gameId" from (${query}) as best`),
    ' union ',
  )
  const needed = await transaction.$queryRaw<{ id: string }[]>`
    select round.id from "Round" round
    where round.id = any(${rounds}::uuid[]) and (
      round."gameId" in (${games})
      or exists (
        select from "Drawing" drawing join "Sample" sample on sample."drawingId" = drawing.id
        where drawing."roundId" = round.id)
      or exists (select from "Hold" hold where hold."gameId" = round."gameId" and hold.decision is null))`
  return new Set(needed.map(({ id }) => id))
}
