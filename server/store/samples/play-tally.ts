import type { Logger } from 'pino'
import { dayOf } from '#game/prompts/daily'
import type { Clock } from '#server/host/clock'
import { runDaily } from '#server/host/daily-job'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { recountContributors } from './contributor-tally'
import { recountSamples } from './sample-tally'

/** A start has to be quick; the first count of years of play takes some seconds of one connection. */
const firstAfterMs = 5_000
/** A round that waits for the database longer than this after its day is in no tally. */
const mostWaitMs = 6 * 3_600_000

const tallyLock = 1_163_026_807
const tallyLimits = { maxWait: 10_000, timeout: 600_000 }

/** Everything that was played, counted anew; times to a lock as exact as they are shown, to 10 ms. @param since only what ended from then on @param before likewise */
function counted(since: Sql.Sql, before: Sql.Sql): Sql.Sql {
  const isRecent = Sql.sql`"endedAt" >= ${since} and "endedAt" < ${before} and "hasDrawings" in (true, false)`
  return Sql.sql`
    select 'games' as of, -1 as "lockMs", count(*)::int as count from "Game"
    where "finishedAt" >= ${since} and "finishedAt" < ${before}
    union all select 'rounds', -1, count(*)::int from "Round" where ${isRecent}
    union all select 'digit-' || drawing.prompt, coalesce((drawing."lockAtMs" + 5) / 10 * 10, -1), count(*)::int
    from "Round" round join "Drawing" drawing on drawing."roundId" = round.id
    where ${isRecent} and drawing."pointCount" > 0 and drawing.sum is null and drawing.votes is null group by 1, 2`
}

const forever = Sql.sql`'infinity'::timestamptz`
const never = Sql.sql`'-infinity'::timestamptz`

/**
 * All that was played until now: the tally of the days before, and what came since counted anew, by its index.
 * @returns a query with the columns of `PlayTally`, but `until`
 */
export async function playUntilNow(prisma: Pick<Sql.TransactionClient, '$queryRaw'>): Promise<Sql.Sql> {
  const until = await countedUntil(prisma)
  const since = until ? Sql.sql`${until}::timestamptz` : never
  return Sql.sql`
    select of, "lockMs", sum(count)::int as count from (
      select of, "lockMs", count from "PlayTally" union all ${counted(since, forever)}
    ) parts group by of, "lockMs"`
}

async function countedUntil(prisma: Pick<Sql.TransactionClient, '$queryRaw'>): Promise<Date | null> {
  const [row] = await prisma.$queryRaw<{ until: Date }[]>`select until from "PlayTally" limit 1`
  return row?.until ?? null
}

/** Counts the days that are over, once. Idempotent, also for several servers. @param now ms since the epoch */
export async function tallyPlay(prisma: Prisma, now: number): Promise<void> {
  const until = new Date(dayOf(now - mostWaitMs))
  await prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`select pg_advisory_xact_lock(${tallyLock})`
    const known = await countedUntil(transaction)
    if (known && known >= until) return
    const since = known ? Sql.sql`${known}::timestamptz` : never
    await transaction.$executeRaw`
      insert into "PlayTally" (of, "lockMs", count, until)
      select of, "lockMs", count, ${until}::date from (${counted(since, Sql.sql`${until}::timestamptz`)}) counted
      on conflict (of, "lockMs") do update set count = "PlayTally".count + excluded.count`
    await transaction.$executeRaw`update "PlayTally" set until = ${until}::date`
  }, tallyLimits)
}

/** Tallies once a day, while people play. @returns stops it */
export function tallyDaily(
  prisma: Prisma,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): () => Promise<void> {
  return runDaily(clock, firstAfterMs, () =>
    tallyPlay(prisma, clock.now())
      .then(() => recountSamples(prisma))
      .then(() => recountContributors(prisma))
      .catch((error) =>
        log.warn({ err: error }, 'What was played could not be counted; tried again tomorrow'),
      ),
  )
}
