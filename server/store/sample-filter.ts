import { z } from 'zod'
import { digit } from '#game/protocol/scalars'
import type { Prisma as Sql } from './generated/client'

/** Which samples are wanted; what is left out does not matter. */
export const sampleFilter = z.strictObject({
  prompt: digit.optional(),
  reason: z.enum(['never_locked', 'wrong_lock', 'low_margin', 'flipped_late', 'control']).optional(),
  isReviewed: z.boolean().optional(),
})
export type SampleFilter = z.infer<typeof sampleFilter>

/** [F5] Never with those of a held result. */
export function whereSample({ prompt, reason, isReviewed }: SampleFilter): Sql.SampleWhereInput {
  return {
    isHeld: false,
    ...(prompt === undefined ? {} : { prompt }),
    ...(reason === undefined ? {} : { reason }),
    ...(isReviewed === undefined ? {} : { reviews: isReviewed ? { some: {} } : { none: {} } }),
  }
}
