import { z } from 'zod'
import { digit } from '#game/protocol/scalars'
import type { Prisma as Sql } from '../generated/client'

/** Which samples are wanted; what is left out does not matter. */
export const sampleFilter = z.strictObject({
  prompt: digit.optional(),
  reason: z.enum(['never_locked', 'wrong_lock', 'low_margin', 'flipped_late', 'control']).optional(),
  isReviewed: z.boolean().optional(),
})
export type SampleFilter = z.infer<typeof sampleFilter>

/**
 * [C4] [F5] Whoever reviews or exports sees only what is lent now, and nothing of a held result, nor of a game that has not
 * ended and so was never looked at: a contributor's last answer has to be a yes.
 */
export function whereSample({ prompt, reason, isReviewed }: SampleFilter): Sql.SampleWhereInput {
  return {
    isHeld: false,
    drawing: { round: { game: { finishedAt: { not: null } } } },
    contributor: { hasConsented: true },
    ...(prompt === undefined ? {} : { prompt }),
    ...(reason === undefined ? {} : { reason }),
    ...(isReviewed === undefined ? {} : { reviews: isReviewed ? { some: {} } : { none: {} } }),
  }
}
