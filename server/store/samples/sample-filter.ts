import { z } from 'zod'
import { judgeVersionPattern, labelCount } from '#game/protocol/constants'
import { digit, playerId } from '#game/protocol/scalars'
import { Prisma as Sql } from '../generated/client'
import { sampleReasons } from './sample-reasons'

const label = z
  .int()
  .min(0)
  .max(labelCount - 1)

/** Which samples are wanted; what is left out does not matter. */
export const sampleFilter = z.strictObject({
  prompt: z.optional(digit),
  /** What people agreed on, and what the network said at the end; 10 is "not a digit". */
  label: label.optional(),
  guess: label.optional(),
  reason: z.enum(sampleReasons).optional(),
  /** The folder name of the model that judged. */
  model: z.string().regex(judgeVersionPattern).optional(),
  isReviewed: z.boolean().optional(),
  contributor: z.optional(playerId),
  /** The first and the last day (UTC) on which they were kept, as in 2026-11-29. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type SampleFilter = z.infer<typeof sampleFilter>

/**
 * [C4] [F5] [C13] Whoever reviews or exports sees only what is lent now, and nothing of a held result, nor of a game that has not
 * ended and so was never looked at: a contributor's last answer has to be a yes, and no admin may have excluded them.
 */
export function whereSample(filter: SampleFilter): Sql.SampleWhereInput {
  const { prompt, label, guess, reason, model, isReviewed, contributor } = filter
  const { from, before } = spanOf(filter)
  return {
    isHeld: false,
    contributor: { hasConsented: true, isExcluded: false },
    ...(prompt === undefined ? {} : { prompt }),
    ...(guess === undefined ? {} : { guess }),
    ...(reason === undefined ? {} : { reasons: { has: reason } }),
    ...(model === undefined ? {} : { judgeVersion: model }),
    ...(label === undefined ? {} : { label }),
    ...(contributor === undefined ? {} : { contributorId: contributor }),
    createdAt: { ...(from && { gte: from }), ...(before && { lt: before }) },
    // Apart from a label that is asked for, so that both hold.
    ...(isReviewed === undefined ? {} : { AND: { label: isReviewed ? { not: null } : null } }),
  }
}

/**
 * `whereSample` as a condition on `"Sample" sample` and `"Player" contributor`, for what is read by the hundred thousand.
 */
export function isWanted(filter: SampleFilter): Sql.Sql {
  const { contributor } = filter
  const { from, before } = spanOf(filter)
  const parts = [
    Sql.sql`contributor."hasConsented" and not contributor."isExcluded" and not sample."isHeld"`,
    isOfKind(filter),
    ...(contributor === undefined ? [] : [Sql.sql`sample."contributorId" = ${contributor}::uuid`]),
    ...(from === undefined ? [] : [Sql.sql`sample."createdAt" >= ${from}`]),
    ...(before === undefined ? [] : [Sql.sql`sample."createdAt" < ${before}`]),
  ]
  return Sql.sql`(${Sql.join(parts, ' and ')})`
}

/** The part of it that `"SampleTally" sample` knows as well: all but whose they are, and when they were kept. */
export function isOfKind({ prompt, label, guess, reason, model, isReviewed }: SampleFilter): Sql.Sql {
  const parts = [
    ...(prompt === undefined ? [] : [Sql.sql`sample.prompt = ${prompt}`]),
    ...(label === undefined ? [] : [Sql.sql`sample.label = ${label}`]),
    ...(guess === undefined ? [] : [Sql.sql`sample.guess = ${guess}`]),
    ...(reason === undefined ? [] : [Sql.sql`${reason}::"SampleReason" = any(sample.reasons)`]),
    ...(model === undefined ? [] : [Sql.sql`sample."judgeVersion" = ${model}`]),
    ...(isReviewed === undefined ? [] : [Sql.sql`(sample.label is not null) = ${isReviewed}`]),
  ]
  return parts.length > 0 ? Sql.join(parts, ' and ') : Sql.sql`true`
}

const dayMs = 86_400_000

function spanOf({ from, to }: SampleFilter): { from: Date | undefined; before: Date | undefined } {
  return {
    from: from === undefined ? undefined : new Date(from),
    before: to === undefined ? undefined : new Date(Date.parse(to) + dayMs),
  }
}
