import type { RecordedPlayer } from '#game/record'
import type { Prisma } from './prisma'

/**
 * Takes a player's word on whether their drawings may be kept, from now on. Who has not been recorded yet is known from then on:
 * a first round that is on its way must not overrule it.
 */
export async function saveConsent(prisma: Prisma, player: RecordedPlayer): Promise<void> {
  const { id, name, colour, hasConsented } = player
  // Any record of them is newer.
  const seenAt = new Date(0)
  await prisma.player.upsert({
    where: { id },
    create: { id, name, colour, hasConsented, seenAt },
    update: { hasConsented },
  })
}
