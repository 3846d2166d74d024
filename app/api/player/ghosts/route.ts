import { ghostsAnswer } from '#game/protocol/consent'
import type { HttpAnswer } from '#game/protocol/http-answers'
import { systemClock } from '#server/host/clock'
import { actionPrisma } from '#server/store/page-store'
import { findGhostsAnswer, saveGhosts } from '#server/store/players/save-choices'
import { currentGuest } from '../../../_web/kit/player/current-guest'
import { answering, fromDatabase, refusalResponse } from '../../../_web/kit/player/refuse'

/** Whether the player of this browser has said that others may race their drawings. */
export async function GET(): Promise<Response> {
  return answering(async () => {
    const player = await currentGuest()
    if (!player) return refusalResponse('no-identity')
    return tell(await fromDatabase(findGhostsAnswer(actionPrisma(), player.id)))
  })
}

/** Takes the player's answer: the only way in which one is given. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const answer = ghostsAnswer.safeParse(await request.json().catch(() => null))
    if (!answer.success) return refusalResponse('bad-message')
    const player = await currentGuest()
    if (!player) return refusalResponse('no-identity')
    // By the clock of the rooms: the answer is for games that begin later.
    const at = new Date(systemClock.now())
    await fromDatabase(saveGhosts(actionPrisma(), player, { ...answer.data, at }))
    return tell(answer.data.lendsGhosts)
  })
}

function tell(lendsGhosts: boolean | null): Response {
  return Response.json({ lendsGhosts } satisfies HttpAnswer<'ghosts'>, {
    headers: { 'cache-control': 'no-store' },
  })
}
