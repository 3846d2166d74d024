import type { GameOutcome } from '#game/protocol/http-answers'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { systemClock } from '#server/host/clock'
import { findOwnResult } from '#server/store/games/find-own-result'
import { findRewards } from '#server/store/games/find-rewards'
import { pagePrisma } from '#server/store/page-store'
import { findGameRatings } from '#server/store/ratings/find-game-ratings'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { currentGuest } from '../../../../_web/kit/player/current-guest'
import { answering, fromDatabase, refusalResponse } from '../../../../_web/kit/player/refuse'

/**
 * What a game did to ratings, by player; `ratings` is null until the game is known to be over. `review` [F6],
 * `own` and `rewards` are of the result of who asks.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ gameId: string }> },
): Promise<Response> {
  return answering(async () => {
    const parsed = gameIdSchema.safeParse((await params).gameId)
    if (!parsed.success) return refusalResponse('bad-message')
    const ratings = await fromDatabase(findGameRatings(pagePrisma(), parsed.data))
    const guest = await currentGuest()
    const review = guest && (await fromDatabase(findOwnReview(pagePrisma(), parsed.data, guest.id)))
    const own = guest && (await fromDatabase(findOwnResult(pagePrisma(), parsed.data, guest.id)))
    const rewards =
      guest && (await fromDatabase(findRewards(pagePrisma(), parsed.data, guest.id, systemClock.now())))
    return Response.json({ ratings, review, own, rewards } satisfies GameOutcome, {
      headers: { 'cache-control': 'no-store' },
    })
  })
}
