import type { Prisma } from '#server/store/prisma'
import { adminReviewer } from './label'

/** How many samples two reviewers have both looked at, and of how many they said the same. */
export type PairAgreement = {
  readonly one: string
  readonly other: string
  readonly count: number
  readonly agreed: number
}

/**
 * [F13] How often reviewers agree, pair by pair, those with most in common first: by the last verdict of each that was given without
 * knowing what others had said.
 */
export async function measureAgreement(prisma: Pick<Prisma, '$queryRaw'>): Promise<PairAgreement[]> {
  return prisma.$queryRaw<PairAgreement[]>`
    with last as materialized (
      select distinct on ("sampleId", reviewer) "sampleId", reviewer, verdict from "Review"
      where not settles and reviewer <> ${adminReviewer}
      order by "sampleId", reviewer, "createdAt" desc, id desc)
    select one.reviewer as one, other.reviewer as other, count(*)::int,
      (count(*) filter (where one.verdict = other.verdict))::int as agreed
    from last one join last other on other."sampleId" = one."sampleId" and one.reviewer < other.reviewer
    group by one.reviewer, other.reviewer order by 3 desc, 1, 2`
}
