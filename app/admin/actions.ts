'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { labelCount } from '#game/protocol/scalars'
import { adminReviewer } from '#server/samples/label'
import { pagePrisma } from '#server/store/page-store'
import { saveReview, takeBackReview } from '#server/store/save-review'
import { closeAdminSession, openAdminSession, requireAdmin, type SignInProblem } from './session'

export async function signIn(_before: SignInProblem | null, form: FormData): Promise<SignInProblem | null> {
  const password = z.string().max(200).safeParse(form.get('password'))
  const problem = password.success ? await openAdminSession(password.data) : 'wrong'
  if (!problem) redirect('/admin')
  return problem
}

export async function signOut(): Promise<void> {
  await closeAdminSession()
  redirect('/admin/sign-in')
}

const verdictSchema = z
  .int()
  .min(0)
  .max(labelCount - 1)

/** @param verdict a digit, or 10 for "not a digit" @returns the id of the review */
export async function review(sampleId: string, verdict: number): Promise<string> {
  await requireAdmin()
  return saveReview(pagePrisma(), {
    sampleId: z.uuid().parse(sampleId),
    reviewer: adminReviewer,
    verdict: verdictSchema.parse(verdict),
  })
}

/** @param reviewId as `review` returned it */
export async function takeBack(reviewId: string): Promise<void> {
  await requireAdmin()
  await takeBackReview(pagePrisma(), z.uuid().parse(reviewId), adminReviewer)
}
