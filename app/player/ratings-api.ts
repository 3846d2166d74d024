import { askServer } from './ask-server'

/** By player. Who was not rated is left out. */
export type GameRatings = Readonly<
  Record<string, { readonly after: number; readonly change: number; readonly isProvisional: boolean }>
>

/**
 * @returns null while the database has not heard of the end of the game
 * @throws when it could not be asked
 */
export async function fetchRatings(gameId: string): Promise<GameRatings | null> {
  const answer = await askServer<{ ratings: GameRatings | null }>(`/api/games/${gameId}/ratings`)
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.told.ratings
}
