import { randomUUID } from 'node:crypto'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { disagreementOf, mostDisagreement } from './disagreement'
import { type SampleFilter, whereSample } from './sample-filter'
import { lockSamples } from './sample-tally'
import { deleteStack, updateLabels } from './save-review'

export type BulkVerdict = {
  readonly filter: SampleFilter
  /** For all of them, 10 for "not a digit"; null for what each was asked for. */
  readonly label: number | null
  /** How many its reviewer was told that it is about. */
  readonly expected: number
  readonly reviewer: string
}

export type BulkOutcome =
  /** `leftOut`: those of contributors whom nothing is accepted from at a glance. */
  | { readonly is: 'labelled'; readonly stackId: string; readonly count: number; readonly leftOut: number }
  /** Meanwhile the filter has another number of samples, so that nothing was done. */
  | { readonly is: 'changed'; readonly count: number }

/**
 * [F14] One verdict on all samples of a filter, in one transaction, written down, and taken back as one. It is one reviewer's like any
 * other: where others said something else, the sample has no label. What it accepts as what was asked for is, as in stacks [F9], of nobody
 * whom reviewers or the judge disagree with in more than `mostDisagreement`.
 */
export async function labelAll(
  prisma: Prisma,
  { filter, label, expected, reviewer }: BulkVerdict,
): Promise<BulkOutcome> {
  return prisma.$transaction(async (transaction): Promise<BulkOutcome> => {
    const rows = await transaction.sample.findMany({
      where: whereSample(filter),
      select: { id: true, contributorId: true, prompt: true },
      orderBy: { id: 'asc' },
    })
    if (rows.length !== expected) return { is: 'changed', count: rows.length }
    const contributors = [...new Set(rows.map(({ contributorId }) => contributorId))]
    const disagreements = await disagreementOf(transaction, contributors)
    const given = rows
      .map(({ prompt, ...row }) => ({
        ...row,
        verdict: label ?? prompt,
        isAccepted: (label ?? prompt) === prompt,
      }))
      .filter(
        ({ contributorId, isAccepted }) =>
          !isAccepted || (disagreements.get(contributorId) ?? 1) <= mostDisagreement,
      )
    const ids = given.map(({ id }) => id)
    const verdicts = given.map(({ verdict }) => verdict)
    const stackId = randomUUID()
    await lockSamples(transaction, ids)
    await transaction.$executeRaw`
      insert into "Review" (id, "sampleId", reviewer, verdict, "stackId")
      select gen_random_uuid(), given.id, ${reviewer}, given.verdict, ${stackId}::uuid
      from unnest(${ids}::uuid[], ${verdicts}::smallint[]) given(id, verdict)`
    await updateLabels(transaction, ids)
    await transaction.adminAction.create({
      data: { kind: 'labelled', actor: reviewer, samples: ids.length, stackId, label },
    })
    return { is: 'labelled', stackId, count: ids.length, leftOut: rows.length - ids.length }
  }, transactionLimits)
}

/** A verdict on all samples of a filter that holds still. */
export type BulkReview = {
  readonly stackId: string
  readonly label: number | null
  readonly samples: number
  readonly at: Date
}

/** [F14] The last verdict of a reviewer on all samples of a filter that was not taken back; null where there is none. */
export async function findLastBulk(prisma: Prisma, reviewer: string): Promise<BulkReview | null> {
  const [last] = await prisma.$queryRaw<BulkReview[]>`
    select "stackId", label::int, samples, at from "AdminAction" action
    where kind = 'labelled' and actor = ${reviewer}
      and exists (select from "Review" review where review."stackId" = action."stackId" and review.reviewer = ${reviewer})
    order by at desc limit 1`
  return last ?? null
}

/** [F14] @returns how many verdicts were taken back */
export async function takeBackBulk(prisma: Prisma, stackId: string, reviewer: string): Promise<number> {
  return prisma.$transaction((transaction) => deleteStack(transaction, stackId, reviewer), transactionLimits)
}
