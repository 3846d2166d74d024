import type { GameOutcome } from '#game/protocol/http-answers'
import { getJson } from '../net/http-client'

export type GameRatings = NonNullable<GameOutcome['ratings']>

/** The outcome of a game that is known to be over. */
export type KnownOutcome = GameOutcome & { readonly ratings: GameRatings }

/**
 * @returns null while the database has not heard of the end of the game
 * @throws when it could not be asked
 */
export async function fetchOutcome(gameId: string): Promise<KnownOutcome | null> {
  const answer = await getJson(`/api/games/${gameId}/ratings`, 'gameOutcome')
  if (!answer.ok) throw new Error(answer.refusal)
  const { ratings, ...others } = answer.data
  return ratings && { ratings, ...others }
}
