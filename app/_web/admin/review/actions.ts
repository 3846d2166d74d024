'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { labelCount } from '#game/protocol/constants'
import { digit } from '#game/protocol/scalars'
import { systemClock } from '#server/host/clock'
import { actionPrisma } from '#server/store/page-store'
import { type ReviewQueue, takeDisputed, takeReviewQueue } from '#server/store/samples/review-queue'
import { acceptStack, type ReviewStack, takeBackStack, takeStack } from '#server/store/samples/review-stack'
import { reviewerName } from '#server/store/samples/reviewers'
import {
  type SavedReview,
  saveReview,
  type TakenBack,
  takeBackLastReview,
  takeBackReview,
} from '#server/store/samples/save-review'
import { type FilterParams, parseFilter } from '../samples/query'
import { nameReviewer, requireAdmin, requireReviewer } from '../session'
import { countReviews } from './count-reviews'
import type { ReviewCounts } from './review-counts'

const now = () => new Date(systemClock.now())
const id = z.uuid()
const ids = z.array(id).max(100)
const released = id.optional()
const kind = z.enum(['single', 'settle'])
const params = z.record(z.string(), z.string())
const verdict = z
  .int()
  .min(0)
  .max(labelCount - 1)

/** One by one: what nobody has seen, or [F13] what reviewers disagree on. */
export type ReviewKind = z.infer<typeof kind>

/** What of an address leads on within the admin's pages. */
const back = z
  .string()
  .regex(/^\/admin\/[a-z/]*(\?[\w=&.%+-]*)?$/)
  .catch('/admin/review')

/** Says who reviews in this browser. @returns false where that is no name; else it leads on */
export async function sayName(_before: boolean | null, form: FormData): Promise<boolean> {
  await requireAdmin()
  const name = reviewerName.safeParse(form.get('name'))
  if (!name.success) return false
  await nameReviewer(name.data)
  redirect(back.parse(form.get('back')))
}

/**
 * [F12] Leases the next samples to review, with what waits in all.
 * @param releasedId the lease that the page before this one had
 */
export async function nextQueue(
  reviewKind: ReviewKind,
  filterParams: FilterParams,
  releasedId?: string,
): Promise<ReviewQueue & { readonly counts: ReviewCounts }> {
  const reviewer = await requireReviewer()
  const prisma = actionPrisma()
  const filter = parseFilter(params.parse(filterParams))
  const isSingle = kind.parse(reviewKind) === 'single'
  const asker = { reviewer, now: now(), filter, released: released.parse(releasedId) }
  const queue = await (isSingle ? takeReviewQueue : takeDisputed)(prisma, asker)
  return { ...queue, counts: await countReviews(prisma, reviewer, filter) }
}

/** @param given a digit, or 10 for "not a digit" */
export async function giveVerdict(
  reviewKind: ReviewKind,
  { sampleId, leaseId }: { readonly sampleId: string; readonly leaseId: string },
  given: number,
): Promise<SavedReview> {
  const reviewer = await requireReviewer()
  const review = { sampleId: id.parse(sampleId), reviewer, verdict: verdict.parse(given) }
  const settles = kind.parse(reviewKind) === 'settle'
  return saveReview(actionPrisma(), { ...review, settles }, { id: id.parse(leaseId), now: now() })
}

/** @param reviewId as `giveVerdict` returned it */
export async function takeBack(reviewId: string, leaseId: string): Promise<void> {
  const reviewer = await requireReviewer()
  await takeBackReview(actionPrisma(), id.parse(reviewId), reviewer, { id: id.parse(leaseId), now: now() })
}

/**
 * Takes back the last verdict that this reviewer gave, on whatever page, with all that were given with it.
 * @param leaseId of this page
 * @returns null when there is none
 */
export async function takeBackLast(leaseId: string): Promise<TakenBack | null> {
  const reviewer = await requireReviewer()
  return takeBackLastReview(actionPrisma(), reviewer, { id: id.parse(leaseId), now: now() })
}

/** What waits in all. */
export async function countAll(filterParams: FilterParams): Promise<ReviewCounts> {
  const reviewer = await requireReviewer()
  return countReviews(actionPrisma(), reviewer, parseFilter(params.parse(filterParams)))
}

/** [F12] Leases the next stack. @param releasedId as in `nextQueue` */
export async function nextStack(
  filterParams: FilterParams,
  releasedId?: string,
): Promise<ReviewStack | null> {
  await requireReviewer()
  const filter = parseFilter(params.parse(filterParams))
  return takeStack(actionPrisma(), { now: now(), filter, released: released.parse(releasedId) })
}

/** Accepts what was left in a stack. @returns how many that were; the others are with somebody else by now */
export async function acceptOfStack(
  stack: { readonly id: string; readonly digit: number },
  accepted: readonly string[],
  doubted: readonly string[],
): Promise<number> {
  const reviewer = await requireReviewer()
  return acceptStack(actionPrisma(), {
    stackId: id.parse(stack.id),
    digit: digit.parse(stack.digit),
    accepted: ids.parse(accepted),
    doubted: ids.parse(doubted),
    reviewer,
  })
}

/** Takes a stack back, so that all of it waits again. @returns how many had been accepted */
export async function takeBackOfStack(stackId: string): Promise<number> {
  const reviewer = await requireReviewer()
  return takeBackStack(actionPrisma(), id.parse(stackId), { reviewer, now: now() })
}
