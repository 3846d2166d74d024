import { sealData, unsealData } from 'iron-session'
import { z } from 'zod'
import { colour } from '#game/protocol/colour'
import { playerId, playerName } from '#game/protocol/scalars'

/** The identity of a browser: made and sealed by this server, stored only in the browser's cookie. */
const guestSchema = z.object({
  id: playerId,
  name: playerName,
  colour,
})

export type Guest = z.infer<typeof guestSchema>

export const guestCookie = 'digit-dash-guest'

const yearSeconds = 365 * 24 * 3600

/** @param isSecure whether players reach the server by https */
export function guestCookieOptions(isSecure: boolean) {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: yearSeconds } as const
}

export function sealGuest(guest: Guest, secret: string): Promise<string> {
  return sealData(guestSchema.parse(guest), { password: secret, ttl: yearSeconds })
}

/** @returns null unless the seal is valid and not expired */
export async function unsealGuest(seal: string | undefined, secret: string): Promise<Guest | null> {
  if (!seal) return null
  const content = await unsealData<unknown>(seal, { password: secret, ttl: yearSeconds }).catch(() => null)
  const parsed = guestSchema.safeParse(content)
  return parsed.success ? parsed.data : null
}
