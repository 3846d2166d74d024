import { randomUUID } from 'node:crypto'
import { type PlayerAnswer, playerChange, type SavedPlayer } from '#game/protocol/http-answers'
import { playerName } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { isInsultingName, isRefusedName } from '#server/auth/names'
import { suggestName } from '#server/auth/suggested-names'
import { isDatabaseUp, pagePrisma } from '#server/store/page-store'
import { findRuling } from '#server/store/players/player-register'
import { requestLocale } from '../../_web/kit/i18n/request-locale'
import { becomePlayer } from '../../_web/kit/player/become-player'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { answering, refuse } from '../../_web/kit/player/refuse'

/** Who this browser is, with a name to offer where it has said none. */
export async function GET(): Promise<Response> {
  return answering(async () => {
    const guest = await currentGuest()
    const suggestion = suggestName(await requestLocale())
    const answer: PlayerAnswer = { name: '', suggestion }
    if (!guest) return Response.json(answer)
    const { name, colour } = guest
    return Response.json({ ...answer, name, colour } satisfies PlayerAnswer)
  })
}

/** Takes a name, and gives the browser the sealed cookie that makes it a player. The database hears of it when they play. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const change = playerChange.safeParse(await request.json().catch(() => null))
    if (!change.success) return refuse('bad-message')
    const known = await currentGuest()
    const parsed = playerName.safeParse(change.data.name ?? known?.name ?? '')
    if (!parsed.success) return refuse('bad-name')
    const name = parsed.data
    if (change.data.name !== undefined && isInsultingName(name)) return refuse('insulting-name')
    // An admin's word on a name. Where the database is away, it is heard again at the door of every room.
    const isUp = known !== null && (await isDatabaseUp())
    const ruling = change.data.name && isUp && (await findRuling(pagePrisma(), known.id).catch(() => null))
    if (ruling && isRefusedName(name, ruling.refusedName)) return refuse('refused-name')
    const { colour } = change.data
    const guest = {
      id: known?.id ?? randomUUID(),
      name,
      colour: colour ?? known?.colour ?? Math.floor(Math.random() * settings.maxPlayers),
    }
    await becomePlayer(guest)
    const { id: _, ...saved } = guest
    return Response.json(saved satisfies SavedPlayer)
  })
}
