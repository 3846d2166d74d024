import type { ConsentState } from '#game/protocol/consent'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'

/** A player's last answer, and how many of their drawings are kept. */
export async function findConsent(
  prisma: Prisma,
  playerId: PlayerId,
): Promise<Pick<ConsentState, 'hasConsented' | 'kept'>> {
  const [player, kept] = await Promise.all([
    prisma.player.findUnique({ where: { id: playerId }, select: { hasConsented: true } }),
    prisma.sample.count({ where: { contributorId: playerId } }),
  ])
  return { hasConsented: player?.hasConsented ?? null, kept }
}

/**
 * The player's last drawing of a game among those that could become a sample: drawn by hand, on a canvas that nobody shared.
 * @param gameId a UUID
 * @returns its ink, in the form of game/drawing/ink-codec
 */
export async function findOwnInk(prisma: Prisma, playerId: PlayerId, gameId: GameId): Promise<string | null> {
  const drawing = await prisma.drawing.findFirst({
    where: {
      round: { gameId },
      pointCount: { gt: 1 },
      isByKeyboard: false,
      drawers: { some: { playerId }, every: { playerId } },
    },
    select: { ink: true },
    orderBy: [{ round: { index: 'desc' } }, { index: 'desc' }],
  })
  return drawing?.ink ?? null
}
