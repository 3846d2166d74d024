import type { GameOutcome } from '#game/protocol/http-answers'
import { askServer } from './ask-server'

export type GameRatings = NonNullable<GameOutcome['ratings']>

/** The outcome of a game that is known to be over. */
export type KnownOutcome = GameOutcome & { readonly ratings: GameRatings }

/**
 * @returns null while the database has not heard of the end of the game
 * @throws when it could not be asked
 */
export async function fetchOutcome(gameId: string): Promise<KnownOutcome | null> {
  const answer = await askServer(`/api/games/${gameId}/ratings`, 'gameOutcome')
  if (!answer.ok) throw new Error(answer.refusal)
  const { ratings, review } = answer.told
  return ratings && { ratings, review }
}
