import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { findGameRatings } from '#server/store/find-game-ratings'
import { pagePrisma } from '#server/store/page-store'
import { answering, fromDatabase, refuse } from '../../../refuse'

/** What a game did to ratings, by player; `ratings` is null until the game is known to be over. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ gameId: string }> },
): Promise<Response> {
  return answering(async () => {
    const parsed = gameIdSchema.safeParse((await params).gameId)
    if (!parsed.success) return refuse('bad-message')
    const ratings = await fromDatabase(findGameRatings(pagePrisma(), parsed.data))
    return Response.json({ ratings }, { headers: { 'cache-control': 'no-store' } })
  })
}
