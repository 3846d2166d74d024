import 'server-only'
import { cookies } from 'next/headers'
import { type Guest, guestCookie, guestCookieOptions, sealGuest } from '#server/auth/guest'
import { sessionSecret } from '#server/auth/session-secret'
import { readConfig } from '#server/config'

/** Makes this browser that player's. In route handlers and actions only. */
export async function becomePlayer(guest: Guest): Promise<void> {
  const config = readConfig()
  const isSecure = config.publicUrl?.startsWith('https:') ?? false
  const seal = await sealGuest(guest, await sessionSecret(config))
  ;(await cookies()).set(guestCookie, seal, guestCookieOptions(isSecure))
}
