import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from './prisma'

/** Takes a player's word on whether their drawings may be kept, from now on. Who has not played yet says it again then. */
export async function saveConsent(prisma: Prisma, playerId: PlayerId, hasConsented: boolean): Promise<void> {
  await prisma.player.updateMany({ where: { id: playerId }, data: { hasConsented } })
}
