import { type GameId, gameId as gameIdSchema } from '#game/protocol/scalars'
import { whenDelivered } from '#server/store/outbox/shared-outbox'

/**
 * Reads a game once. A podium shows a moment before its last round and its standings are written: who follows its link at once
 * waits for them, and nobody else does.
 * @param address the part of a link that should be the id of a game
 */
export async function findDelivered<Found>(
  address: string,
  read: (gameId: GameId) => Promise<Found | null>,
): Promise<Found | null> {
  const gameId = gameIdSchema.safeParse(address)
  if (!gameId.success) return null
  await whenDelivered(gameId.data)
  return read(gameId.data)
}
