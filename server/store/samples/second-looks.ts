import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { adminReviewer } from './label'
import { isWanted, type SampleFilter } from './sample-filter'

/** [F13] Which share of all samples two reviewers look at, each without knowing of the other. */
export const secondLookShare = 0.1

/** Ids are random: those below this one are that share, and stay it. */
const firstOfOthers = `${Math.round(secondLookShare * 2 ** 32)
  .toString(16)
  .padStart(8, '0')}-0000-4000-8000-000000000000`

/**
 * [F13] What somebody else has reviewed alone and this reviewer should. Verdicts of before reviewers had names are left out: it cannot
 * be told whose they are. On `"Sample" sample` and `"Player" contributor`.
 */
function isForSecondLook(reviewer: string, filter: SampleFilter): Sql.Sql {
  return Sql.sql`${isWanted(filter)} and sample.id < ${firstOfOthers}::uuid and sample.label is not null
    and 1 = (select count(distinct review.reviewer) from "Review" review where review."sampleId" = sample.id)
    and not exists (select from "Review" review where review."sampleId" = sample.id
      and (review.reviewer in (${reviewer}, ${adminReviewer}) or review.settles))`
}

/** Ids of the next samples for a second look, in random order that stays the same. */
export async function chooseSecondLooks(
  transaction: Pick<Prisma, '$queryRaw'>,
  { reviewer, filter, now, most }: { reviewer: string; filter: SampleFilter; now: Date; most: number },
): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    select sample.id from "Sample" sample join "Player" contributor on contributor.id = sample."contributorId"
    where ${isForSecondLook(reviewer, filter)} and (sample."leasedUntil" is null or sample."leasedUntil" <= ${now})
    order by sample.id limit ${most}`
  return rows.map(({ id }) => id)
}

export async function countSecondLooks(
  prisma: Pick<Prisma, '$queryRaw'>,
  reviewer: string,
  filter: SampleFilter,
): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    select count(*)::int from "Sample" sample join "Player" contributor on contributor.id = sample."contributorId"
    where ${isForSecondLook(reviewer, filter)}`
  return row?.count ?? 0
}
