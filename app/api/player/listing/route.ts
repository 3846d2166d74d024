import { type HttpAnswer, listingChange } from '#game/protocol/http-answers'
import { actionPrisma } from '#server/store/page-store'
import { saveListing } from '#server/store/players/save-choices'
import { currentGuest } from '../../../_web/kit/player/current-guest'
import { answering, fromDatabase, refusalResponse } from '../../../_web/kit/player/refuse'

/** Shows the profile of this browser's player to others, or no longer. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const change = listingChange.safeParse(await request.json().catch(() => null))
    if (!change.success) return refusalResponse('bad-message')
    const player = await currentGuest()
    if (!player) return refusalResponse('no-identity')
    await fromDatabase(saveListing(actionPrisma(), player, change.data.isListed))
    return Response.json(change.data satisfies HttpAnswer<'listing'>)
  })
}
