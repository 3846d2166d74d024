import type { PlayerId } from '#game/protocol/scalars'
import type { RecordedPlayer } from '#game/record'
import { introducePlayers } from './introduce'
import type { Prisma } from './prisma'
import { transactionLimits } from './save-round'

/** Gives a player a recovery code in place of the one before, which is no good any more. @param hash of the code */
export async function saveRecoveryCode(
  prisma: Prisma,
  { player, hash, at }: { player: RecordedPlayer; hash: string; at: Date },
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    await introducePlayers(transaction, [player], at)
    await transaction.recoveryCode.upsert({
      where: { playerId: player.id },
      create: { playerId: player.id, hash, createdAt: at },
      update: { hash, createdAt: at },
    })
  }, transactionLimits)
}

/** Uses a code up. @returns whose it was, as they are known now; null when there is no such code, or no longer */
export async function takeRecoveryCode(prisma: Prisma, hash: string): Promise<RecordedPlayer | null> {
  return prisma.$transaction(async (transaction) => {
    const [used] = await transaction.$queryRaw<{ playerId: PlayerId }[]>`
      delete from "RecoveryCode" where hash = ${hash} returning "playerId"`
    if (!used) return null
    return transaction.player.findUnique({
      where: { id: used.playerId },
      select: { id: true, name: true, colour: true, hasConsented: true },
    })
  }, transactionLimits)
}

/** When the code that a player still has was made; null when they have none. */
export async function findRecoveryCode(prisma: Prisma, playerId: PlayerId): Promise<Date | null> {
  const found = await prisma.recoveryCode.findUnique({ where: { playerId }, select: { createdAt: true } })
  return found?.createdAt ?? null
}
