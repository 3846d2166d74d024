import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import type { Pruned } from './prune-rounds'

const past = (before: Date) => Sql.sql`
  "finishedAt" < ${before} and board <> 'daily' and (span like 'day %' or span like 'week %')`

/** Prunes the boards of days and weeks that are over; those of daily challenges are shown for good. */
export async function pruneEntries(prisma: Prisma, before: Date, isDryRun: boolean): Promise<Pruned> {
  const [measured] = await prisma.$queryRaw<Pruned[]>`
    select count(*)::int as rows, coalesce(sum(pg_column_size(entry.*)), 0)::float8 as bytes
    from "BoardEntry" entry where ${past(before)}`
  if (!isDryRun) await prisma.$executeRaw`delete from "BoardEntry" where ${past(before)}`
  return measured ?? { rows: 0, bytes: 0 }
}
