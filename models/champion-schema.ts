import { z } from 'zod'
import { judgeVersionPattern } from '#game/protocol/constants'

/** `champion.json`: which network serves. */
export const championSchema = z.object({ version: z.string().regex(judgeVersionPattern) })
export type Champion = z.infer<typeof championSchema>
