import 'server-only'
import { cookies } from 'next/headers'
import { type Guest, guestCookie, guestCookieOptions, sealGuest } from '#server/auth/guest'
import { readConfig } from '#server/config'
import { sessionSecret } from '#server/host/secrets'

/** Makes this browser that player's, by a sealed cookie. In route handlers and actions only. */
export async function issuePlayerCookie(guest: Guest): Promise<void> {
  await setPlayerCookie(await sealPlayer(guest))
}

/** @throws ZodError for somebody who cannot be a guest */
export async function sealPlayer(guest: Guest): Promise<string> {
  return sealGuest(guest, await sessionSecret(readConfig()))
}

/** Takes the player's cookie away. In route handlers and actions only. */
export async function clearPlayerCookie(): Promise<void> {
  ;(await cookies()).delete(guestCookie)
}

/** Sets a sealed guest as the cookie. In route handlers and actions only. */
export async function setPlayerCookie(seal: string): Promise<void> {
  const isSecure = readConfig().publicUrl?.startsWith('https:') ?? false
  ;(await cookies()).set(guestCookie, seal, guestCookieOptions(isSecure))
}
