import { tombstoneDays } from '#server/store/players/tombstones'
import type { Prisma } from '#server/store/prisma'
import type { Pruned } from './prune-rounds'

/** Deletes tombstones so old that no cookie of their player can be valid. */
export async function pruneTombstones(prisma: Prisma, isDryRun: boolean): Promise<Pruned> {
  const [measured] = await prisma.$queryRaw<Pruned[]>`
    select count(*)::int as rows, coalesce(sum(pg_column_size(tombstone.*)), 0)::float8 as bytes
    from "Tombstone" tombstone where "erasedAt" < now() - make_interval(days => ${tombstoneDays}::int)`
  if (!isDryRun)
    await prisma.$executeRaw`
      delete from "Tombstone" where "erasedAt" < now() - make_interval(days => ${tombstoneDays}::int)`
  return measured ?? { rows: 0, bytes: 0 }
}
