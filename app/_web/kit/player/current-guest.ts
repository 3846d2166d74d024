import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { type Guest, guestCookie, unsealGuest } from '#server/auth/guest'
import { readConfig } from '#server/config'
import { sessionSecret } from '#server/host/secrets'
import { isDatabaseUp, pagePrisma } from '#server/store/page-store'
import { isErased } from '#server/store/players/tombstones'

/** The guest of this browser's cookie; null without one, or when that guest was erased from another device. */
export const currentGuest = cache(async (): Promise<Guest | null> => {
  const guest = await sealedGuest()
  return guest && (await isErasedGuest(guest)) ? null : guest
})

/** The guest of this browser's cookie, erased or not. */
export async function sealedGuest(): Promise<Guest | null> {
  const seal = (await cookies()).get(guestCookie)?.value
  return seal ? unsealGuest(seal, await sessionSecret(readConfig())) : null
}

/** While the database is away nobody counts as erased; nothing can be written about them then either. */
async function isErasedGuest({ id }: Guest): Promise<boolean> {
  const hasGone = isErased(pagePrisma(), id).catch(() => false)
  return (await isDatabaseUp()) && hasGone
}
