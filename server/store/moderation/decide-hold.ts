import type { GameId, PlayerId } from '#game/protocol/scalars'
import { forgetBoards } from '#server/store/boards/board-cache'
import { replaceBests } from '#server/store/boards/board-entries'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import type { HoldDecision } from '../generated/enums'
import { holdSamples } from './hold-results'

/**
 * [F5] Takes an admin's decision about a held result; it may be changed later. Released, the result and its samples count from then on;
 * removed, they never do, and the player's next best takes their place [S18]. Ratings stay as they are. What is not held stays as it is.
 */
export async function decideHold(
  prisma: Prisma,
  { gameId, playerId, decision }: { gameId: GameId; playerId: PlayerId; decision: HoldDecision },
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const { count } = await transaction.hold.updateMany({
      where: { gameId, playerId },
      data: { decision, decidedAt: new Date() },
    })
    if (count === 0) return
    // It locks the player, as everybody does before samples.
    await replaceBests(transaction, gameId, playerId)
    await holdSamples(transaction, gameId, [playerId], decision !== 'released')
  }, transactionLimits)
  forgetBoards()
}
