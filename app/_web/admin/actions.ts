'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { labelCount } from '#game/protocol/constants'
import { digit } from '#game/protocol/scalars'
import type { SignInResult } from '#server/edge/sign-in/sign-in-guard'
import { actionPrisma } from '#server/store/page-store'
import { adminReviewer } from '#server/store/samples/label'
import { acceptStack, nextStack, type ReviewStack, takeBackStack } from '#server/store/samples/review-stack'
import {
  saveReview,
  type TakenBack,
  takeBackLastReview,
  takeBackReview,
} from '#server/store/samples/save-review'
import { closeAdminSession, closeAllAdminSessions, openAdminSession, requireAdmin } from './session'

/** @returns why the sign-in failed; when it succeeds it redirects to the admin's pages */
export async function signIn(_before: SignInResult | null, form: FormData): Promise<SignInResult> {
  const password = z.string().max(200).safeParse(form.get('password'))
  const result = password.success ? await openAdminSession(password.data) : ({ is: 'wrong' } as const)
  if (result.is === 'right') redirect('/admin')
  return result
}

export async function signOut(): Promise<void> {
  await closeAdminSession()
  redirect('/admin/sign-in')
}

export async function signOutEverywhere(): Promise<void> {
  await requireAdmin()
  await closeAllAdminSessions()
  redirect('/admin/sign-in')
}

const verdictSchema = z
  .int()
  .min(0)
  .max(labelCount - 1)

/** @param verdict a digit, or 10 for "not a digit" @returns the id of the review; null when the sample is no longer to be reviewed */
export async function review(sampleId: string, verdict: number): Promise<string | null> {
  await requireAdmin()
  return saveReview(actionPrisma(), {
    sampleId: z.uuid().parse(sampleId),
    reviewer: adminReviewer,
    verdict: verdictSchema.parse(verdict),
  })
}

/** Takes back the last verdict that was given, on whatever page, with its whole stack if it has one. @returns null when there is none */
export async function takeBackLast(): Promise<TakenBack | null> {
  await requireAdmin()
  return takeBackLastReview(actionPrisma(), adminReviewer)
}

/** Gives a sample another label, from the page of samples. */
export async function relabel(sampleId: string, form: FormData): Promise<void> {
  await requireAdmin()
  const verdict = verdictSchema.parse(Number(form.get('verdict')))
  await saveReview(actionPrisma(), { sampleId: z.uuid().parse(sampleId), reviewer: adminReviewer, verdict })
  revalidatePath('/admin/samples')
}

/** @param reviewId as `review` returned it */
export async function takeBack(reviewId: string): Promise<void> {
  await requireAdmin()
  await takeBackReview(actionPrisma(), z.uuid().parse(reviewId), adminReviewer)
}

const ids = z.array(z.uuid()).max(100)

/** Accepts what was left in a stack. @returns how many that were, and the next stack */
export async function acceptOfStack(
  stack: { id: string; digit: number },
  accepted: string[],
  doubted: string[],
): Promise<{ accepted: number; next: ReviewStack | null }> {
  await requireAdmin()
  const prisma = actionPrisma()
  const count = await acceptStack(prisma, {
    stackId: z.uuid().parse(stack.id),
    digit: digit.parse(stack.digit),
    accepted: ids.parse(accepted),
    doubted: ids.parse(doubted),
    reviewer: adminReviewer,
  })
  return { accepted: count, next: await nextStack(prisma) }
}

/** Takes a stack back, so that all of it waits again. @returns how many had been accepted */
export async function takeBackOfStack(stackId: string): Promise<number> {
  await requireAdmin()
  return takeBackStack(actionPrisma(), z.uuid().parse(stackId), adminReviewer)
}
