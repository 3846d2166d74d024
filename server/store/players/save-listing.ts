import type { RecordedPlayer } from '#game/records/record'
import { forgetBoards } from '#server/store/boards/board-cache'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { upsertPlayers } from './upsert-players'

/** Shows a player's profile to others, or no longer. Who has not been recorded yet is known from then on. */
export async function saveListing(prisma: Prisma, player: RecordedPlayer, isListed: boolean): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    // Any record of them is newer.
    await upsertPlayers(transaction, [player], new Date(0))
    await transaction.player.updateMany({ where: { id: player.id }, data: { isListed } })
  }, transactionLimits)
  forgetBoards()
}
