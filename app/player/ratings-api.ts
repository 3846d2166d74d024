/** By player. Who was not rated is left out. */
export type GameRatings = Readonly<
  Record<string, { readonly after: number; readonly change: number; readonly isProvisional: boolean }>
>

/**
 * @returns null while the database has not heard of the end of the game
 * @throws when the server cannot be reached
 */
export async function fetchRatings(gameId: string): Promise<GameRatings | null> {
  const response = await fetch(`/api/games/${gameId}/ratings`, { cache: 'no-store' })
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  const { ratings }: { ratings: GameRatings | null } = await response.json()
  return ratings
}
