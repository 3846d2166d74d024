'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SignInResult } from '#server/edge/sign-in/sign-in-guard'
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
