import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { markContributors, markContributorsOf } from './contributor-tally'
import { isOfKind, isWanted, type SampleFilter, whereSample } from './sample-filter'

const recountLock = 1_163_026_808
const recountLimits = { maxWait: 10_000, timeout: 600_000 }

/**
 * How many samples may be reviewed and exported, by kind, as the changes of each transaction that changes any: nobody counts them all for a
 * page, and no two writers wait for one row. What changes a sample holds its lock from before it is counted out until it is counted in again;
 * what changes who lends holds the lock of the player, whom whoever adds samples has locked as well, and then those of their samples.
 */
const kind = Sql.sql`"judgeVersion", prompt, guess, label, reasons`

/** What is counted: whatever `whereSample` finds without a filter. */
const counted = (scope: Sql.Sql, sign: 1 | -1) => Sql.sql`
  insert into "SampleTally" (${kind}, count)
  select ${kind}, ${sign}::int * count(*) from "Sample" sample join "Player" contributor on contributor.id = sample."contributorId"
  where ${isWanted({})} and ${scope} group by ${kind}`

/** Counts samples in that were added, whose contributors are locked. */
export async function tallySamples(
  transaction: Pick<Sql.TransactionClient, '$executeRaw'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await transaction.$executeRaw(counted(isOneOf(ids), 1))
}

const isOneOf = (ids: readonly string[]) => Sql.sql`sample.id = any(${[...ids]}::uuid[])`

/**
 * Locks samples, changes them, keeps the tally of it, and marks their contributors. Two changes at once of one sample: the second sees the first.
 * @param change of these samples alone, as far as it matters to what is counted
 */
export async function changeSamples<Result>(
  transaction: Sql.TransactionClient,
  ids: readonly string[],
  change: () => Promise<Result>,
): Promise<Result> {
  if (ids.length === 0) return change()
  await lockSamples(transaction, ids)
  await markContributorsOf(transaction, ids)
  await transaction.$executeRaw(counted(isOneOf(ids), -1))
  const result = await change()
  await tallySamples(transaction, ids)
  return result
}

/** The same for all samples of a player, and for whether they are lent: nobody adds one meanwhile. */
export async function changeSamplesOf<Result>(
  transaction: Sql.TransactionClient,
  playerId: PlayerId,
  change: () => Promise<Result>,
): Promise<Result> {
  await transaction.$queryRaw`select id from "Player" where id = ${playerId}::uuid for update`
  const samples = await transaction.sample.findMany({
    where: { contributorId: playerId },
    select: { id: true },
  })
  const ids = samples.map(({ id }) => id)
  // Also of who has none: they may be excluded by it.
  await markContributors(transaction, [playerId])
  return changeSamples(transaction, ids, change)
}

/** Two changes at once of one sample: the second sees the first. */
export async function lockSamples(transaction: Sql.TransactionClient, ids: readonly string[]): Promise<void> {
  await transaction.$queryRaw`select id from "Sample" where id = any(${[...ids]}::uuid[]) order by id for update`
}

/**
 * How many samples of a filter may be reviewed and exported: off the tally, which knows no contributors and no times, unless these are
 * asked for.
 */
export async function countSamples(
  prisma: Pick<Sql.TransactionClient, '$queryRaw' | 'sample'>,
  filter: SampleFilter = {},
): Promise<number> {
  if (filter.contributor !== undefined || filter.from !== undefined || filter.to !== undefined)
    return prisma.sample.count({ where: whereSample(filter) })
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    select coalesce(sum(count), 0)::int as count from "SampleTally" sample where ${isOfKind(filter)}`
  return row?.count ?? 0
}

/**
 * Counts all samples anew, into one row for each kind. What others are about to commit is in neither the rows that go nor in those that
 * come: all is read as it was at one moment.
 */
export async function recountSamples(prisma: Prisma): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`select pg_advisory_xact_lock(${recountLock})`
    await transaction.$executeRaw`with former as (delete from "SampleTally") ${counted(Sql.sql`true`, 1)}`
  }, recountLimits)
}
