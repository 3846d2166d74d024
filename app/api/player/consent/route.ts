import { type ConsentState, consentAnswer } from '#game/protocol/consent'
import { gameId } from '#game/protocol/scalars'
import { readConfig } from '#server/config'
import { systemClock } from '#server/host/clock'
import { actionPrisma } from '#server/store/page-store'
import { findConsent, findOwnInk } from '#server/store/players/find-consent'
import { saveConsent } from '#server/store/players/save-consent'
import { currentGuest } from '../../../_web/kit/player/current-guest'
import { answering, fromDatabase, refusalResponse } from '../../../_web/kit/player/refuse'

/** Whether the player of this browser has said that drawings may train the network, and one of theirs to ask with. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const player = await currentGuest()
    if (!player) return refusalResponse('no-identity')
    const asked = gameId.safeParse(new URL(request.url).searchParams.get('game'))
    if (!asked.success) return refusalResponse('bad-message')
    const example = await fromDatabase(findOwnInk(actionPrisma(), player.id, asked.data))
    return tellState(player.id, example)
  })
}

/** Takes the player's answer: the only way in which one is given. A no is always taken. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const answer = consentAnswer.safeParse(await request.json().catch(() => null))
    if (!answer.success) return refusalResponse('bad-message')
    const player = await currentGuest()
    if (!player) return refusalResponse('no-identity')
    if (answer.data.hasConsented && !readConfig().collectsSamples) return refusalResponse('not-collecting')
    // By the clock of the rooms: the answer is for games that begin later.
    const at = new Date(systemClock.now())
    await fromDatabase(saveConsent(actionPrisma(), player, { ...answer.data, at }))
    return tellState(player.id, null)
  })
}

async function tellState(playerId: string, example: string | null): Promise<Response> {
  const consent = await fromDatabase(findConsent(actionPrisma(), playerId))
  const state: ConsentState = { isCollecting: readConfig().collectsSamples, ...consent, example }
  return Response.json(state, { headers: { 'cache-control': 'no-store' } })
}
