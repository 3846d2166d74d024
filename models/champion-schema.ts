import { z } from 'zod'
import { judgeVersionPattern } from '#game/protocol/constants'

const version = z.string().regex(judgeVersionPattern)
const mostPromotions = 200

/** [F23] How a network became the champion. */
const promotion = z.object({
  version,
  /** The champion before it; null where there was none to be read. */
  from: version.nullable(),
  /** ms since 1970 */
  at: z.int().min(0),
  /** Who said so, as far as they gave a name. */
  by: z.string().max(60),
  why: z.string().max(500),
  /** What spoke against it, where it was promoted all the same. */
  objections: z.array(z.string().max(500)).max(50),
  /** Whether it had been the champion before. */
  isRollBack: z.boolean(),
})
export type PromotionRecord = z.infer<typeof promotion>

/** `champion.json`: which network serves, and how it came to that, newest first. One file, so that both always agree. */
export const championSchema = z.object({
  version,
  history: z.array(promotion).default([]).catch([]),
})
export type Champion = z.infer<typeof championSchema>

/** @returns the champion after this promotion */
export function promoted(before: Champion | null, record: PromotionRecord): Champion {
  const history = [record, ...(before?.history ?? [])].slice(0, mostPromotions)
  return { version: record.version, history }
}

/** Whether a version is or was the champion. */
export function wasChampion({ version, history }: Champion, asked: string): boolean {
  return version === asked || history.some((each) => each.version === asked || each.from === asked)
}
