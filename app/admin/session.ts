import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { adminCookie, adminCookieOptions, isAdminPassword, isAdminSeal, sealAdmin } from '#server/auth/admin'
import { sessionSecret } from '#server/auth/session-secret'
import { readConfig } from '#server/config'
import { clientAddressHeader } from '#server/http/present-target'
import { limits } from '#server/limits'

/** For each address: who guesses passwords from one does not keep the admin out. */
const attempts = new RateLimiterMemory({ points: limits.signInsPerAddressPerMinute, duration: 60 })

export type SignInProblem = 'wrong' | 'wait'

/** Opens a session for who knows the password. @returns what stood in the way, null when nothing did */
export async function openAdminSession(password: string): Promise<SignInProblem | null> {
  const config = readConfig()
  const address = (await headers()).get(clientAddressHeader) ?? ''
  const isAllowed = await attempts.consume(address).then(
    () => true,
    () => false,
  )
  if (!isAllowed) return 'wait'
  if (!(await isAdminPassword(config, password))) return 'wrong'
  const seal = await sealAdmin(config, await sessionSecret(config))
  const isSecure = config.publicUrl?.startsWith('https:') ?? false
  ;(await cookies()).set(adminCookie, seal, adminCookieOptions(isSecure))
  return null
}

export async function closeAdminSession(): Promise<void> {
  ;(await cookies()).delete(adminCookie)
}

export async function isAdmin(): Promise<boolean> {
  const config = readConfig()
  const seal = (await cookies()).get(adminCookie)?.value
  return isAdminSeal(config, seal, await sessionSecret(config))
}

/** Sends everybody but the admin to the door. Called by every admin page and action itself. */
export async function requireAdmin(): Promise<void> {
  if (!(await isAdmin())) redirect('/admin/sign-in')
}
