'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { judgeVersionPattern } from '#game/protocol/constants'
import { type PromotionResult, runPromotion } from '#server/host/run-promotion'
import { requireActor } from '../session'

const form = z.object({
  version: z.string().regex(judgeVersionPattern),
  typed: z.string().max(100),
  why: z.string().trim().max(500),
})

/** What came of it; of a name that was not typed as it is, nothing was tried. */
export type PromotionAnswer = PromotionResult | { readonly isPromoted: false; readonly isMistyped: true }

/** [F23] Makes a version the champion, by its name typed in full. What speaks against a new one holds it up; only the command overrules. */
export async function promoteVersion(_: PromotionAnswer | null, data: FormData): Promise<PromotionAnswer> {
  const by = await requireActor()
  const { version, typed, why } = form.parse(Object.fromEntries(data))
  if (typed.trim() !== version) return { isPromoted: false, isMistyped: true }
  const result = await runPromotion(version, { by, why })
  revalidatePath('/admin/models')
  return result
}
