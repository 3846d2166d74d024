import { randomUUID } from 'node:crypto'
import { hueCount } from '#game/protocol/constants'
import { type PlayerAnswer, playerChange, type SavedPlayer } from '#game/protocol/http-answers'
import { isInsultingName, isRefusedName, parseName } from '#server/auth/names'
import { suggestName } from '#server/auth/suggested-names'
import { isDatabaseUp, pagePrisma } from '#server/store/page-store'
import { findStatus } from '#server/store/players/moderation-store'
import { requestLocale } from '../../_web/kit/i18n/request'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { issuePlayerCookie } from '../../_web/kit/player/player-cookie'
import { answering, refusalResponse } from '../../_web/kit/player/refuse'

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
    if (!change.success) return refusalResponse('bad-message')
    const known = await currentGuest()
    const parsed = parseName(change.data.name ?? known?.name ?? '')
    if ('refusal' in parsed) return refusalResponse(parsed.refusal)
    const { name } = parsed
    if (change.data.name !== undefined && isInsultingName(name)) return refusalResponse('insulting-name')
    // An admin's word on a name. While the database is away it is checked when a room is joined.
    const isUp = known !== null && (await isDatabaseUp())
    const status = change.data.name && isUp && (await findStatus(pagePrisma(), known.id).catch(() => null))
    if (status && isRefusedName(name, status.refusedName)) return refusalResponse('refused-name')
    const { colour } = change.data
    const guest = {
      id: known?.id ?? randomUUID(),
      name,
      colour: colour ?? known?.colour ?? Math.floor(Math.random() * hueCount),
    }
    await issuePlayerCookie(guest)
    const { id: _, ...saved } = guest
    return Response.json(saved satisfies SavedPlayer)
  })
}
