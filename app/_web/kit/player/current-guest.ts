import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { type Guest, guestCookie, unsealGuest } from '#server/auth/guest'
import { sessionSecret } from '#server/auth/session-secret'
import { readConfig } from '#server/config'
import { isDatabaseUp, pagePrisma } from '#server/store/page-store'
import { isErased } from '#server/store/players/tombstones'

/** Who this browser is, null when it has not said, or was erased from another device. */
export const currentGuest = cache(async (): Promise<Guest | null> => {
  const guest = await sealedGuest()
  return guest && (await isGone(guest)) ? null : guest
})

/** Whose cookie this browser has, whatever has become of them. */
export async function sealedGuest(): Promise<Guest | null> {
  const seal = (await cookies()).get(guestCookie)?.value
  return seal ? unsealGuest(seal, await sessionSecret(readConfig())) : null
}

/** Without the database nobody is gone; nor can anything be written of them. */
async function isGone({ id }: Guest): Promise<boolean> {
  return (await isDatabaseUp()) && isErased(pagePrisma(), id).catch(() => false)
}
