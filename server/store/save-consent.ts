import type { RecordedPlayer } from '#game/record'
import type { Prisma } from './prisma'
import { transactionLimits } from './save-round'
import { findErased, holdOffErasures } from './tombstones'

/**
 * Takes a player's word on whether their drawings may be kept, from now on. Who has not been recorded yet is known from then on:
 * a first round that is on its way must not overrule it. Who was erased does not come back by it.
 */
export async function saveConsent(prisma: Prisma, player: RecordedPlayer): Promise<void> {
  const { id, name, colour, hasConsented } = player
  // Any record of them is newer.
  const seenAt = new Date(0)
  await prisma.$transaction(async (transaction) => {
    await holdOffErasures(transaction)
    if ((await findErased(transaction, [id])).size > 0) return
    await transaction.player.upsert({
      where: { id },
      create: { id, name, colour, hasConsented, seenAt },
      update: { hasConsented },
    })
  }, transactionLimits)
}
