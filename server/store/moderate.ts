import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from './prisma'
import { transactionLimits } from './save-round'

/**
 * Gives a player another name, everywhere: also in games that are over, where strangers would still read it. They may take
 * any name but the one before.
 */
export async function renamePlayer(prisma: Prisma, id: PlayerId, name: string): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const before = await transaction.player.findUnique({ where: { id }, select: { name: true } })
    if (!before) return
    await transaction.player.update({ where: { id }, data: { name, refusedName: before.name } })
    await transaction.result.updateMany({ where: { playerId: id }, data: { name } })
    await transaction.drawer.updateMany({ where: { playerId: id }, data: { name } })
  }, transactionLimits)
}

/** @param isBanned whether public rooms are closed to the player, from the next one they try */
export async function banPlayer(prisma: Prisma, id: PlayerId, isBanned: boolean): Promise<void> {
  await prisma.player.updateMany({ where: { id }, data: { isBanned } })
}

/** Lets all complaints about a player rest. */
export async function dismissReports(prisma: Prisma, playerId: PlayerId): Promise<void> {
  await prisma.report.deleteMany({ where: { playerId } })
}
