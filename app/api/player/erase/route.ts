import { pagePrisma } from '#server/store/page-store'
import { erasePlayer } from '#server/store/players/erase-player'
import { forgetPlayer } from '../../../_web/kit/player/become-player'
import { sealedGuest } from '../../../_web/kit/player/current-guest'
import { answering, fromDatabase, refuse } from '../../../_web/kit/player/refuse'

/**
 * Erases the player of this browser, then takes its cookie away: as long as it has that, asking again does no harm and finishes
 * what an answer that got lost has left.
 */
export async function POST(): Promise<Response> {
  return answering(async () => {
    const player = await sealedGuest()
    if (!player) return refuse('no-identity')
    await fromDatabase(erasePlayer(pagePrisma(), player.id))
    await forgetPlayer()
    return Response.json({})
  })
}
