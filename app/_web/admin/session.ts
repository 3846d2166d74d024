import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { adminCookie, adminCookieOptions, adminPasswordMark, isAdminPassword } from '#server/auth/admin'
import {
  adminDeviceCookie,
  adminDeviceCookieOptions,
  sealDevice,
  unsealDevice,
} from '#server/auth/admin-device'
import { readConfig } from '#server/config'
import { clientAddressHeader } from '#server/edge/http/present-target'
import { limits } from '#server/edge/limits'
import { createSignInGuard, type SignInGuard, type SignInResult } from '#server/edge/sign-in/sign-in-guard'
import { systemClock } from '#server/host/clock'
import { sessionSecret } from '#server/host/secrets'
import { type AdminSession, type AdminSessions, createAdminSessions } from '#server/store/admin-sessions'
import { actionPrisma } from '#server/store/page-store'
import { adminReviewer } from '#server/store/samples/label'
import { sameReviewer } from '#server/store/samples/reviewers'

/** Next may hold a module more than once; what has been tried is counted once. */
const kept = globalThis as typeof globalThis & { signInGuard?: SignInGuard }

function signInGuard(): SignInGuard {
  kept.signInGuard ??= createSignInGuard((password) => isAdminPassword(readConfig(), password), {
    clock: systemClock,
    limits,
  })
  return kept.signInGuard
}

async function adminSessions(): Promise<AdminSessions> {
  const config = readConfig()
  return createAdminSessions(actionPrisma(), {
    config,
    secret: await sessionSecret(config),
    clock: systemClock,
  })
}

/** Opens a session for who knows the password, in a browser that is known from then on. */
export async function openAdminSession(password: string): Promise<SignInResult> {
  const config = readConfig()
  const secret = await sessionSecret(config)
  const passwordMark = await adminPasswordMark(config, secret)
  const jar = await cookies()
  const result = await signInGuard().attempt({
    password,
    address: (await headers()).get(clientAddressHeader) ?? '',
    device: await unsealDevice(jar.get(adminDeviceCookie)?.value, secret, passwordMark),
  })
  if (result.is !== 'right') return result
  const isSecure = config.publicUrl?.startsWith('https:') ?? false
  jar.set(adminCookie, await (await adminSessions()).open(), adminCookieOptions(isSecure))
  jar.set(adminDeviceCookie, await sealDevice(secret, passwordMark), adminDeviceCookieOptions(isSecure))
  return result
}

export async function closeAdminSession(): Promise<void> {
  const jar = await cookies()
  await (await adminSessions()).end(jar.get(adminCookie)?.value)
  jar.delete(adminCookie)
}

/** Signs the admin out in every browser. */
export async function closeAllAdminSessions(): Promise<void> {
  await (await adminSessions()).endAll()
  ;(await cookies()).delete(adminCookie)
}

/** Where the admin is signed in, the browser used last first. */
export async function listAdminSessions(): Promise<AdminSession[]> {
  return (await adminSessions()).list()
}

async function currentAdminSession(): Promise<AdminSession | null> {
  const token = (await cookies()).get(adminCookie)?.value
  return (await adminSessions()).find(token)
}

export async function isAdmin(): Promise<boolean> {
  return (await currentAdminSession()) !== null
}

/** Redirects everybody but the admin to the sign-in. Called by every admin page and action itself. */
export async function requireAdmin(): Promise<AdminSession> {
  return (await currentAdminSession()) ?? redirect('/admin/sign-in')
}

/** [F13] Whoever gives verdicts has said who they are, and is asked where they have not. @param back where to go on from then */
export async function requireReviewer(back = '/admin/review'): Promise<string> {
  const { reviewer } = await requireAdmin()
  return reviewer ?? redirect(`/admin/review/name?${new URLSearchParams({ back })}`)
}

/** Who did something, for the log: the admin, unless they have said a name. */
export async function requireActor(): Promise<string> {
  return (await requireAdmin()).reviewer ?? adminReviewer
}

/** [F13] From now on verdicts from this browser are theirs. @param name as `reviewerName` has it */
export async function nameReviewer(name: string): Promise<void> {
  const token = (await cookies()).get(adminCookie)?.value
  await (await adminSessions()).setReviewer(token, await sameReviewer(actionPrisma(), name))
}
