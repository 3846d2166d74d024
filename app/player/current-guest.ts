import 'server-only'
import { cookies } from 'next/headers'
import { type Guest, guestCookie, unsealGuest } from '#server/auth/guest'
import { sessionSecret } from '#server/auth/session-secret'
import { readConfig } from '#server/config'

/** Who this browser is, null when it has not said. */
export async function currentGuest(): Promise<Guest | null> {
  const seal = (await cookies()).get(guestCookie)?.value
  return seal ? unsealGuest(seal, await sessionSecret(readConfig())) : null
}
