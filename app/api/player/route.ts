import { randomUUID } from 'node:crypto'
import { hueCount } from '#game/protocol/constants'
import { type PlayerAnswer, playerChange, type SavedPlayer } from '#game/protocol/http-answers'
import type { Guest } from '#server/auth/guest'
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
    const status = await statusOf(guest, name)
    const told = status ? { name: status.name, refusedName: name } : { name }
    return Response.json({ ...answer, ...told, colour } satisfies PlayerAnswer)
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
    if (change.data.name && known && (await statusOf(known, name))) return refusalResponse('refused-name')
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

/**
 * An admin's word on a name. While the database is away it is asked for when a room is joined.
 * @returns null where the player may have the name
 */
async function statusOf({ id }: Guest, name: string) {
  if (!(await isDatabaseUp())) return null
  const status = await findStatus(pagePrisma(), id).catch(() => null)
  return status && isRefusedName(name, status.refusedName) ? status : null
}
