import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'

/** [F12] How long samples that were shown to somebody are shown to nobody else, from when they were last at work on them. */
export const leaseMs = 120_000

/** What somebody is shown, at a time: one page of review, or one stack. */
export type Lease = { readonly id: string; readonly now: Date }

/** What is shown to nobody. */
export function isFree(now: Date): Sql.SampleWhereInput {
  return { OR: [{ leasedUntil: null }, { leasedUntil: { lte: now } }] }
}

/**
 * [F12] Leases what `choose` finds free. One after the other, so that two who ask at once are given different samples; a verdict that is
 * saved meanwhile takes its sample out of the answer.
 * @param released a lease that is given back first
 */
export async function leaseSamples<Sample extends { readonly id: string }>(
  prisma: Prisma,
  lease: Lease,
  choose: (transaction: Sql.TransactionClient) => Promise<readonly Sample[]>,
  released?: string,
): Promise<Sample[]> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`select pg_advisory_xact_lock(hashtext('review leases'))::text`
    if (released) await releaseSamples(transaction, released)
    const chosen = await choose(transaction)
    const leased = await transaction.$queryRaw<{ id: string }[]>`
      update "Sample" set "leaseId" = ${lease.id}::uuid, "leasedUntil" = ${endOf(lease)}
      where id = any(${chosen.map(({ id }) => id)}::uuid[]) and ("leasedUntil" is null or "leasedUntil" <= ${lease.now})
      returning id`
    const ids = new Set(leased.map(({ id }) => id))
    return chosen.filter(({ id }) => ids.has(id))
  }, transactionLimits)
}

/** Whoever works on some of a lease keeps all of it. */
export async function renewLease(transaction: Sql.TransactionClient, lease: Lease): Promise<void> {
  await transaction.sample.updateMany({ where: { leaseId: lease.id }, data: { leasedUntil: endOf(lease) } })
}

/** Leases samples that were reviewed and are to be reviewed again, as far as nobody else is shown them. @returns the ids of those */
export async function leaseAgain(
  transaction: Sql.TransactionClient,
  lease: Lease,
  ids: readonly string[],
): Promise<string[]> {
  const where = { id: { in: [...ids] }, OR: [{ leaseId: lease.id }, isFree(lease.now)] }
  const data = { leaseId: lease.id, leasedUntil: endOf(lease) }
  return (await transaction.sample.updateManyAndReturn({ where, data, select: { id: true } })).map(
    ({ id }) => id,
  )
}

async function releaseSamples(transaction: Sql.TransactionClient, leaseId: string): Promise<void> {
  await transaction.sample.updateMany({ where: { leaseId }, data: { leaseId: null, leasedUntil: null } })
}

function endOf({ now }: Lease): Date {
  return new Date(now.getTime() + leaseMs)
}
