import { dayOf } from '#game/prompts/daily'
import type { PlayerId } from '#game/protocol/scalars'
import { type Streak, streakOf } from '#game/records/streak'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** A longer streak is shown as this one. */
const mostDays = 1_000

/** Whose streak, as it stood when: ms since the epoch, by the server's clock. */
export type StreakAt = { readonly playerId: PlayerId; readonly at: number }

/** [A1] How many days in a row a player has finished a game on. @param now ms since the epoch, by the server's clock */
export async function findStreak(prisma: Prisma, playerId: PlayerId, now: number): Promise<Streak> {
  const today = dayOf(now)
  // One row of text: of an array Postgres does not know that it has one, and plans anew for each visit.
  const [row] = await readPlayed(prisma, Sql.sql`(values (${playerId}::uuid, ${today}::date, 1))`)
  return streakOf(row?.played ?? [], today)
}

/** [A1] The same for many, in their order. */
export async function findStreaks(
  prisma: Pick<Sql.TransactionClient, '$queryRaw'>,
  wanted: readonly StreakAt[],
): Promise<Streak[]> {
  const days = wanted.map(({ at }) => dayOf(at))
  const ids = wanted.map(({ playerId }) => playerId)
  const rows = await readPlayed(prisma, Sql.sql`unnest(${ids}::uuid[], ${days}::date[]) with ordinality`)
  return days.map((today, index) => streakOf(rows[index]?.played ?? [], today))
}

/**
 * Of each day one result is read, from the last day back to the first without one, however much was played on them and before.
 * @param wanted a table of players, days and positions
 * @returns the days of each that belong together, the last first
 */
function readPlayed(
  prisma: Pick<Sql.TransactionClient, '$queryRaw'>,
  wanted: Sql.Sql,
): Promise<{ played: string[] }[]> {
  return prisma.$queryRaw`
    select array(
      with recursive played (day) as (
        ${playedBetween(Sql.sql`each.today - 1`, Sql.sql`each.today + 1`)}
        union all select older.day from played cross join lateral (
          ${playedBetween(Sql.sql`played.day - 1`, Sql.sql`played.day`)}) older (day)
      )
      select day::text from played limit ${mostDays}
    ) as played
    from ${wanted} as each ("playerId", today, position)
    order by position`
}

/** The last day of a range on which the player has finished a game. @param from the first day @param before the day after the last */
function playedBetween(from: Sql.Sql, before: Sql.Sql): Sql.Sql {
  const start = (day: Sql.Sql) => Sql.sql`(${day})::timestamp at time zone 'UTC'`
  return Sql.sql`
    (select (result."finishedAt" at time zone 'UTC')::date from "Result" result
      where result."playerId" = each."playerId" and result."finishedAt" >= ${start(from)} and result."finishedAt" < ${start(before)}
      order by result."finishedAt" desc limit 1)`
}
