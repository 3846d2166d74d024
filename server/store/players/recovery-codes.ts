import type { PlayerId } from '#game/protocol/scalars'
import type { RecordedPlayer } from '#game/records/record'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { upsertPlayers } from './upsert-players'

/**
 * Gives a player a recovery code in place of the one before, which is no good any more.
 * @param hash of the code
 * @throws Error when the player was erased
 */
export async function saveRecoveryCode(
  prisma: Prisma,
  { player, hash, at }: { player: RecordedPlayer; hash: string; at: Date },
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const erased = await upsertPlayers(transaction, [player], at)
    if (erased.size > 0) throw new Error('there is no such player any more')
    await transaction.recoveryCode.upsert({
      where: { playerId: player.id },
      create: { playerId: player.id, hash, createdAt: at },
      update: { hash, createdAt: at },
    })
  }, transactionLimits)
}

/**
 * Uses a code up, but only when what it is good for could be made: else it can be tried again.
 * @param seal makes it, for the player as they are known now; when it fails, so does this
 * @returns what was made; null when there is no such code, or no longer
 */
export async function takeRecoveryCode<Sealed>(
  prisma: Prisma,
  hash: string,
  seal: (player: RecordedPlayer) => Promise<Sealed>,
): Promise<Sealed | null> {
  return prisma.$transaction(async (transaction) => {
    const [used] = await transaction.$queryRaw<{ playerId: PlayerId }[]>`
      delete from "RecoveryCode" where hash = ${hash} returning "playerId"`
    if (!used) return null
    const player = await transaction.player.findUniqueOrThrow({
      where: { id: used.playerId },
      select: { id: true, name: true, colour: true },
    })
    return seal(player)
  }, transactionLimits)
}

/** When the code that a player still has was made; null when they have none. */
export async function findRecoveryCode(prisma: Prisma, playerId: PlayerId): Promise<Date | null> {
  const found = await prisma.recoveryCode.findUnique({ where: { playerId }, select: { createdAt: true } })
  return found?.createdAt ?? null
}
