import { erasePlayer } from '#server/store/erase-player'
import { pagePrisma } from '#server/store/page-store'
import { forgetPlayer } from '../../../player/become-player'
import { sealedGuest } from '../../../player/current-guest'
import { answering, fromDatabase, refuse } from '../../refuse'

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
