import { cookies } from 'next/headers'
import { z } from 'zod'
import { inkColour, playerName } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { guestCookie, guestCookieOptions, sealGuest } from '#server/auth/guest'
import { isDecentName, suggestName } from '#server/auth/names'
import { sessionSecret } from '#server/auth/session-secret'
import { readConfig } from '#server/config'
import { currentGuest } from '../../player/current-guest'

const wanted = z.object({
  name: playerName.refine(isDecentName),
  colour: inkColour.optional(),
  hasConsented: z.boolean().optional(),
})

/** Who this browser is, with a name to offer where it has said none. */
export async function GET(): Promise<Response> {
  const guest = await currentGuest()
  const suggestion = suggestName()
  if (!guest) return Response.json({ name: '', suggestion })
  const { name, colour, hasConsented } = guest
  return Response.json({ name, suggestion, colour, hasConsented })
}

/** Takes a name, and gives the browser the sealed cookie that makes it a player. The database hears of it when they play. */
export async function POST(request: Request): Promise<Response> {
  const parsed = wanted.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return Response.json({ refusal: 'bad-name' }, { status: 422 })
  const known = await currentGuest()
  const guest = {
    id: known?.id ?? crypto.randomUUID(),
    name: parsed.data.name,
    colour: parsed.data.colour ?? known?.colour ?? Math.floor(Math.random() * settings.maxPlayers),
    hasConsented: parsed.data.hasConsented ?? known?.hasConsented ?? true,
  }
  const config = readConfig()
  const isSecure = config.publicUrl?.startsWith('https:') ?? false
  const seal = await sealGuest(guest, await sessionSecret(config))
  ;(await cookies()).set(guestCookie, seal, guestCookieOptions(isSecure))
  return Response.json({ name: guest.name, colour: guest.colour, hasConsented: guest.hasConsented })
}
