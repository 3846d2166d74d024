import { z } from 'zod'
import { labelCount } from '#game/protocol/constants'
import { digit } from '#game/protocol/scalars'

const label = z
  .int()
  .min(0)
  .max(labelCount - 1)

/** [S17] Points follow from them, so what cannot be read is an error and not nobody's vote. */
export const storedVotes = z.array(z.object({ voter: z.int().min(0), label, isTrusted: z.boolean() }))
export const storedGoldCheck = z.object({ digit, label: label.nullable() }).nullable()
