import { type ConsentState, consentAnswer } from '#game/protocol/consent'
import { gameId } from '#game/protocol/scalars'
import { systemClock } from '#server/clock'
import { readConfig } from '#server/config'
import { findConsent, findOwnInk } from '#server/store/find-consent'
import { pagePrisma } from '#server/store/page-store'
import { saveConsent } from '#server/store/save-consent'
import { currentGuest } from '../../../player/current-guest'
import { answering, fromDatabase, refuse } from '../../refuse'

/** Whether the player of this browser has said that drawings may train the network, and one of theirs to ask with. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const player = await currentGuest()
    if (!player) return refuse('no-identity')
    const asked = gameId.safeParse(new URL(request.url).searchParams.get('game'))
    if (!asked.success) return refuse('bad-message')
    const example = await fromDatabase(findOwnInk(pagePrisma(), player.id, asked.data))
    return tellState(player.id, example)
  })
}

/** Takes the player's answer: the only way in which one is given. A no is always taken. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const answer = consentAnswer.safeParse(await request.json().catch(() => null))
    if (!answer.success) return refuse('bad-message')
    const player = await currentGuest()
    if (!player) return refuse('no-identity')
    if (answer.data.hasConsented && !readConfig().collectsSamples) return refuse('not-collecting')
    // By the clock of the rooms: the answer is for games that begin later.
    const at = new Date(systemClock.now())
    await fromDatabase(saveConsent(pagePrisma(), player, { ...answer.data, at }))
    return tellState(player.id, null)
  })
}

async function tellState(playerId: string, example: string | null): Promise<Response> {
  const consent = await fromDatabase(findConsent(pagePrisma(), playerId))
  const state: ConsentState = { isCollecting: readConfig().collectsSamples, ...consent, example }
  return Response.json(state, { headers: { 'cache-control': 'no-store' } })
}
