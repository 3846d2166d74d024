import type { OwnReview } from '#game/protocol/http-answers'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'

/** @returns [F6] null for a result that counts, or that there is none of. For the player's own eyes only. */
export async function findOwnReview(
  prisma: Prisma,
  gameId: GameId,
  playerId: PlayerId,
): Promise<OwnReview | null> {
  const hold = await prisma.hold.findUnique({
    where: { gameId_playerId: { gameId, playerId } },
    select: { decision: true },
  })
  return reviewOf(hold)
}

export function reviewOf(hold: { decision: 'released' | 'removed' | null } | null): OwnReview | null {
  if (!hold || hold.decision === 'released') return null
  return hold.decision ?? 'waiting'
}
