import { z } from 'zod'
import { inkColour, playerName } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { isDecentName, isRefusedName, suggestName } from '#server/auth/names'
import { isDatabaseUp, pagePrisma } from '#server/store/page-store'
import { findRuling } from '#server/store/player-register'
import { saveConsent } from '#server/store/save-consent'
import { becomePlayer } from '../../player/become-player'
import { currentGuest } from '../../player/current-guest'

const wanted = z.object({
  /** Who has one already may change the rest without it. */
  name: playerName.refine(isDecentName).optional(),
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
  const name = parsed.data.name ?? known?.name
  if (name === undefined) return Response.json({ refusal: 'bad-name' }, { status: 422 })
  // An admin's word on a name. Where the database is away, it is heard again at the door of every room.
  const isUp = known !== null && (await isDatabaseUp())
  const ruling = parsed.data.name && isUp && (await findRuling(pagePrisma(), known.id).catch(() => null))
  if (ruling && isRefusedName(name, ruling.refusedName))
    return Response.json({ refusal: 'bad-name' }, { status: 422 })
  const guest = {
    id: known?.id ?? crypto.randomUUID(),
    name,
    colour: parsed.data.colour ?? known?.colour ?? Math.floor(Math.random() * settings.maxPlayers),
    hasConsented: parsed.data.hasConsented ?? known?.hasConsented ?? true,
  }
  // The database has the last word on consent, so a change that does not reach it is none.
  if (known && known.hasConsented !== guest.hasConsented) {
    if (!isUp) return Response.json({ refusal: 'database-away' }, { status: 503 })
    await saveConsent(pagePrisma(), guest)
  }
  await becomePlayer(guest)
  return Response.json({ name: guest.name, colour: guest.colour, hasConsented: guest.hasConsented })
}
