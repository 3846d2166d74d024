import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/**
 * What is kept of each contributor is counted when somebody looks, for those alone whom a transaction has marked since: nobody counts all
 * samples for a page, and no writer waits for another. Marks are rows of their own, which come and go with what they tell of.
 */

const tallyLock = 1_163_026_809
const tallyLimits = { maxWait: 10_000, timeout: 600_000 }
/** So many are counted by one transaction: some milliseconds, for Postgres and for this process, in which others play. */
const mostAtOnce = 500

type Writer = Pick<Sql.TransactionClient, '$executeRaw'>

/** Has players counted anew whose samples this transaction changes, or whether they are excluded. Nobody who is not known. */
export async function markContributors(transaction: Writer, playerIds: readonly PlayerId[]): Promise<void> {
  await mark(transaction, Sql.sql`select id from "Player" where id = any(${[...new Set(playerIds)]}::uuid[])`)
}

/** The same for the contributors of samples, before these are deleted. */
export async function markContributorsOf(transaction: Writer, sampleIds: readonly string[]): Promise<void> {
  const ids = [...sampleIds]
  await mark(
    transaction,
    Sql.sql`select distinct "contributorId" from "Sample" where id = any(${ids}::uuid[])`,
  )
}

async function mark(transaction: Writer, players: Sql.Sql): Promise<void> {
  await transaction.$executeRaw`insert into "ChangedContributor" ("playerId") ${players}`
}

/** Forgets the marks of a player who is being erased, in the transaction that does it. */
export async function unmarkContributor(transaction: Writer, playerId: PlayerId): Promise<void> {
  await transaction.$executeRaw`delete from "ChangedContributor" where "playerId" = ${playerId}::uuid`
}

/** Brings the tally up to date. Whoever is being excluded or erased at this moment is counted the next time. */
export async function tallyContributors(prisma: Prisma): Promise<void> {
  const [changed] = await prisma.$queryRaw<{ isAny: boolean }[]>`
    select exists (select from "ChangedContributor") as "isAny"`
  if (!changed?.isAny) return
  for (let after: PlayerId | null = firstId; after !== null; ) after = await tallySome(prisma, after)
}

const firstId = '00000000-0000-0000-0000-000000000000'

/** Counts some of those who are marked, in the order of their ids. @returns the last of them; null when there are no more */
async function tallySome(prisma: Prisma, after: PlayerId): Promise<PlayerId | null> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`select pg_advisory_xact_lock(${tallyLock})`
    const marked = await transaction.$queryRaw<{ playerId: PlayerId }[]>`
      select distinct "playerId" from "ChangedContributor" where "playerId" > ${after}::uuid order by "playerId" limit ${mostAtOnce}`
    // Locked before anything else, as everywhere: who erases one has locked them, and then waits for nothing of this.
    const players = await transaction.$queryRaw<{ id: PlayerId }[]>`
      select id from "Player" where id = any(${marked.map(({ playerId }) => playerId)}::uuid[])
      order by id for key share skip locked`
    await transaction.$executeRaw(countedAnew(players.map(({ id }) => id)))
    return marked.length < mostAtOnce ? null : (marked.at(-1)?.playerId ?? null)
  }, tallyLimits)
}

/** Counts everybody: what they draw changes what speaks against them, and an older server beside this one marks nobody. */
export async function recountContributors(prisma: Prisma): Promise<void> {
  await mark(
    prisma,
    Sql.sql`select "contributorId" from "Sample" union select "playerId" from "ContributorTally"
      union select id from "Player" where "isExcluded"`,
  )
  await tallyContributors(prisma)
}

/** In one statement, which sees marks and samples as they were at one moment: what changes after it leaves a mark after it. */
function countedAnew(players: readonly PlayerId[]): Sql.Sql {
  const doubt = Sql.sql`greatest(
    ${leastShare(Sql.sql`corrected`, Sql.sql`reviewed`)}, ${leastShare(Sql.sql`misread`, Sql.sql`greatest(drawings, samples)`)})`
  return Sql.sql`
    with unmarked as (
      delete from "ChangedContributor" where "playerId" = any(${[...players]}::uuid[])
    ), counted as materialized (
      select player.id, player."isExcluded", player.drawings, kept.* from "Player" player cross join lateral (
        select count(*)::int as samples, (count(*) filter (where guess <> prompt))::int as misread,
          count(label)::int as reviewed, (count(*) filter (where label <> prompt))::int as corrected
        from "Sample" where "contributorId" = player.id
      ) kept
      where player.id = any(${[...players]}::uuid[])
    ), gone as (
      delete from "ContributorTally" tally using counted
      where tally."playerId" = counted.id and counted.samples = 0 and not counted."isExcluded"
    )
    insert into "ContributorTally" ("playerId", samples, misread, reviewed, corrected, doubt)
    select id, samples, misread, reviewed, corrected, ${doubt} from counted where samples > 0 or "isExcluded"
    on conflict ("playerId") do update set samples = excluded.samples, misread = excluded.misread,
      reviewed = excluded.reviewed, corrected = excluded.corrected, doubt = excluded.doubt`
}

/** How large a share is at least, very probably: Wilson's lower bound at 95 %, so that one of one is less than ninety of a hundred. */
function leastShare(part: Sql.Sql, whole: Sql.Sql): Sql.Sql {
  const z = Sql.sql`1.645::float8`
  return Sql.sql`case when ${whole} = 0 then 0 else greatest(0,
    (${part} + ${z} * ${z} / 2 - ${z} * sqrt(${part}::float8 * (${whole} - ${part}) / ${whole} + ${z} * ${z} / 4))
    / (${whole} + ${z} * ${z})) end`
}
