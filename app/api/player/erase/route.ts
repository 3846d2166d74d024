import { actionPrisma } from '#server/store/page-store'
import { erasePlayer } from '#server/store/players/erase-player'
import { sealedGuest } from '../../../_web/kit/player/current-guest'
import { clearPlayerCookie } from '../../../_web/kit/player/player-cookie'
import { answering, fromDatabase, refusalResponse } from '../../../_web/kit/player/refuse'

/**
 * Erases the player of this browser, then takes its cookie away: as long as it has that, asking again does no harm and finishes
 * what an answer that got lost has left.
 */
export async function POST(): Promise<Response> {
  return answering(async () => {
    const player = await sealedGuest()
    if (!player) return refusalResponse('no-identity')
    await fromDatabase(erasePlayer(actionPrisma(), player.id))
    await clearPlayerCookie()
    return Response.json({})
  })
}
