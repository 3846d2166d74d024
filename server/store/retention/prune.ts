import { setTimeout as pause } from 'node:timers/promises'
import { findSeason } from '#server/store/boards/find-season'
import { tombstoneDays } from '#server/store/players/tombstones'
import type { Prisma } from '#server/store/prisma'
import type { RetentionPolicy } from './policy'
import { pruneEntries } from './prune-entries'
import { pruneFiles } from './prune-files'
import { type Pruned, pruneRounds, type RoundCursor } from './prune-rounds'

/** What went, or would go, by what it is. */
export type PruneReport = Record<string, Pruned>

type PruneOptions = {
  readonly policy: RetentionPolicy
  readonly dataFolder: string
  readonly isDryRun: boolean
  /** Rests for so many times as long as it has worked, so that play does not notice; 0 without it. */
  readonly restFactor?: number
  /** Ends it after the batch or the query that is under way. It may be ended at any time, and goes on the next time. */
  readonly signal?: AbortSignal
}

/** Prunes what the policy no longer keeps, batch by batch. Another server that is at it already leaves this one nothing to do. */
export async function prune(
  prisma: Prisma,
  { policy, dataFolder, isDryRun, restFactor = 0, signal }: PruneOptions,
): Promise<PruneReport> {
  const report: PruneReport = {}
  const add = (name: string, { rows, bytes }: Pruned) => {
    const before = report[name] ?? { rows: 0, bytes: 0 }
    report[name] = { rows: before.rows + rows, bytes: before.bytes + bytes }
  }
  const season = await findSeason(prisma)
  if (!signal?.aborted) add('BoardEntry', await pruneEntries(prisma, policy.spansBefore, isDryRun))
  for (let after: RoundCursor | null = null; !signal?.aborted; ) {
    const begunMs = performance.now()
    const batch = await pruneRounds(prisma, { ...policy, season, after, isDryRun })
    if (!batch) break
    const { next, ...pruned } = batch
    for (const [name, counts] of Object.entries(pruned)) add(name, counts)
    if (!next) break
    after = next
    await pause((performance.now() - begunMs) * restFactor, undefined, { signal }).catch(() => undefined)
  }
  add('Tombstone', await pruneTombstones(prisma, isDryRun))
  add('files', await pruneFiles(dataFolder, policy.filesBefore, isDryRun))
  return report
}

/** Deletes tombstones so old that no cookie of their player can be valid. */
async function pruneTombstones(prisma: Prisma, isDryRun: boolean): Promise<Pruned> {
  const [measured] = await prisma.$queryRaw<Pruned[]>`
    select count(*)::int as rows, coalesce(sum(pg_column_size(tombstone.*)), 0)::float8 as bytes
    from "Tombstone" tombstone where "erasedAt" < now() - make_interval(days => ${tombstoneDays}::int)`
  if (!isDryRun)
    await prisma.$executeRaw`
      delete from "Tombstone" where "erasedAt" < now() - make_interval(days => ${tombstoneDays}::int)`
  return measured ?? { rows: 0, bytes: 0 }
}
