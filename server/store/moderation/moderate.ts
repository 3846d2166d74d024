import type { PlayerId } from '#game/protocol/scalars'
import { forgetBoards } from '#server/store/boards/board-cache'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'

/** What tells seats of one name apart (`freeName`). */
const seatNumber = / \d{1,2}$/

/**
 * Gives a player another name, everywhere: also in games that are over, where strangers would still read it. They may take
 * any name but the one before, with a number or without.
 *
 * @param from the name that was judged; who has another by now keeps it
 */
export async function renamePlayer(prisma: Prisma, id: PlayerId, from: string, name: string): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const refusedName = from.replace(seatNumber, '')
    const { count } = await transaction.player.updateMany({
      where: { id, name: from },
      data: { name, refusedName },
    })
    if (count === 0) return
    await transaction.result.updateMany({ where: { playerId: id }, data: { name } })
    await transaction.drawer.updateMany({ where: { playerId: id }, data: { name } })
  }, transactionLimits)
  forgetBoards()
}

/** @param isBanned whether public rooms are closed to the player, from the next one they try */
export async function banPlayer(prisma: Prisma, id: PlayerId, isBanned: boolean): Promise<void> {
  await prisma.player.updateMany({ where: { id }, data: { isBanned } })
}

/** Lets all complaints about a player rest. */
export async function dismissReports(prisma: Prisma, playerId: PlayerId): Promise<void> {
  await prisma.report.deleteMany({ where: { playerId } })
}
