import { z } from 'zod'
import { digit, playerId } from '#game/protocol/scalars'
import { Prisma as Sql } from '../generated/client'
import { sampleReasons } from './sample-reasons'

/** Which samples are wanted; what is left out does not matter. */
export const sampleFilter = z.strictObject({
  prompt: digit.optional(),
  reason: z.enum(sampleReasons).optional(),
  isReviewed: z.boolean().optional(),
  contributor: playerId.optional(),
})
export type SampleFilter = z.infer<typeof sampleFilter>

/**
 * [C4] [F5] [C13] Whoever reviews or exports sees only what is lent now, and nothing of a held result, nor of a game that has not
 * ended and so was never looked at: a contributor's last answer has to be a yes, and no admin may have excluded them.
 */
export function whereSample({ prompt, reason, isReviewed, contributor }: SampleFilter): Sql.SampleWhereInput {
  return {
    isHeld: false,
    contributor: { hasConsented: true, isExcluded: false },
    ...(prompt === undefined ? {} : { prompt }),
    ...(reason === undefined ? {} : { reasons: { has: reason } }),
    ...(isReviewed === undefined ? {} : { label: isReviewed ? { not: null } : null }),
    ...(contributor === undefined ? {} : { contributorId: contributor }),
  }
}

/** `whereSample` as a condition on `"Sample" sample` and `"Player" contributor`, for what is read by the hundred thousand. */
export function isWanted({ prompt, reason, isReviewed, contributor }: SampleFilter): Sql.Sql {
  const parts = [
    Sql.sql`contributor."hasConsented" and not contributor."isExcluded" and not sample."isHeld"`,
    ...(prompt === undefined ? [] : [Sql.sql`sample.prompt = ${prompt}`]),
    ...(reason === undefined ? [] : [Sql.sql`${reason}::"SampleReason" = any(sample.reasons)`]),
    ...(isReviewed === undefined ? [] : [Sql.sql`(sample.label is not null) = ${isReviewed}`]),
    ...(contributor === undefined ? [] : [Sql.sql`sample."contributorId" = ${contributor}::uuid`]),
  ]
  return Sql.sql`(${Sql.join(parts, ' and ')})`
}
