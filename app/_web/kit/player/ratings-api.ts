import type { OwnReview } from '#server/store/samples/find-own-review'
import { askServer } from './ask-server'

/** By player. Who was not rated is left out. */
export type GameRatings = Readonly<
  Record<string, { readonly after: number; readonly change: number; readonly isProvisional: boolean }>
>

/** What came of a game beyond its points. */
export type GameOutcome = {
  readonly ratings: GameRatings
  /** Of the player's own result. */
  readonly review: OwnReview | null
}

/**
 * @returns null while the database has not heard of the end of the game
 * @throws when it could not be asked
 */
export async function fetchOutcome(gameId: string): Promise<GameOutcome | null> {
  type Told = { ratings: GameRatings | null; review: OwnReview | null }
  const answer = await askServer<Told>(`/api/games/${gameId}/ratings`)
  if (!answer.ok) throw new Error(answer.refusal)
  const { ratings, review } = answer.told
  return ratings && { ratings, review }
}
