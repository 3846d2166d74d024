import { type Day, dayFrom, dayOf } from '#game/prompts/daily'
import type { PlayerId } from '#game/protocol/scalars'
import { type Streak, streakOf } from '#game/records/streak'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'

/** A longer streak is shown as this one. */
const mostDays = 1_000

/** [A1] How many days in a row a player has finished a game on. @param now ms since the epoch, by the server's clock */
export async function findStreak(prisma: Prisma, playerId: PlayerId, now: number): Promise<Streak> {
  const days = await findPlayedDays(prisma, [playerId], now)
  return streakOf(days.get(playerId) ?? [], dayOf(now))
}

/** On which days of the last years each player has finished a game; who has finished none is missing. */
export async function findPlayedDays(
  prisma: Pick<Sql.TransactionClient, '$queryRaw'>,
  players: readonly PlayerId[],
  now: number,
): Promise<ReadonlyMap<PlayerId, Day[]>> {
  const rows = await prisma.$queryRaw<{ playerId: PlayerId; days: Day[] }[]>`
    select result."playerId",
      array_agg(distinct ((game."finishedAt" at time zone 'UTC')::date)::text) as days
    from "Result" result join "Game" game on game.id = result."gameId"
    where result."playerId" = any(${[...players]}::uuid[])
      and game."finishedAt" >= ${new Date(dayFrom(dayOf(now), -mostDays))}
    group by result."playerId"`
  return new Map(rows.map(({ playerId, days }) => [playerId, days]))
}
