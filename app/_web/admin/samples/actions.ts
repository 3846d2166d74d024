'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { labelCount } from '#game/protocol/constants'
import { actionPrisma } from '#server/store/page-store'
import { type BulkOutcome, labelAll, takeBackBulk } from '#server/store/samples/bulk-review'
import { saveReview } from '#server/store/samples/save-review'
import { requireReviewer } from '../session'
import { type FilterParams, parseFilter } from './query'

const samplesPage = '/admin/samples'
const params = z.record(z.string(), z.string())
const label = z.coerce
  .number()
  .int()
  .min(0)
  .max(labelCount - 1)

/** [F13] Gives a sample another label, in knowledge of the one it has: it holds against what others said. */
export async function relabel(sampleId: string, form: FormData): Promise<void> {
  const reviewer = await requireReviewer(samplesPage)
  const review = { sampleId: z.uuid().parse(sampleId), reviewer, verdict: label.parse(form.get('verdict')) }
  await saveReview(actionPrisma(), { ...review, settles: true })
  revalidatePath(samplesPage)
}

/** What became of a verdict on a whole filter; of a number that was not typed as it is, nothing was tried. */
export type BulkAnswer = BulkOutcome | { readonly is: 'mistyped' }

/** [F14] @param expected how many samples the page showed, which has to be typed */
export async function labelFilter(
  filterParams: FilterParams,
  expected: number,
  _before: BulkAnswer | null,
  form: FormData,
): Promise<BulkAnswer> {
  const reviewer = await requireReviewer(samplesPage)
  const digitsTyped = String(form.get('typed')).replaceAll(/\D/gu, '')
  if (digitsTyped !== String(expected)) return { is: 'mistyped' }
  const verdict = form.get('verdict')
  const outcome = await labelAll(actionPrisma(), {
    filter: parseFilter(params.parse(filterParams)),
    label: verdict === 'prompt' ? null : label.parse(verdict),
    expected: z.int().parse(expected),
    reviewer,
  })
  revalidatePath(samplesPage)
  return outcome
}

/** [F14] Takes a verdict on a whole filter back as one. */
export async function takeBackFilter(stackId: string): Promise<void> {
  const reviewer = await requireReviewer(samplesPage)
  await takeBackBulk(actionPrisma(), z.uuid().parse(stackId), reviewer)
  revalidatePath(samplesPage)
}
