import type { DaySecret } from '#game/prompts/daily'
import type { GameId } from '#game/protocol/scalars'
import type { DailyClaim, DailyTries } from '#server/rooms/daily-tries'
import { transactionLimits } from '#server/store/games/save-round'
import { introducePlayers } from '#server/store/players/introduce'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { readDaySecret } from './day-secrets'

/** Somebody stands at the start of a game. */
const patienceMs = 2_000

/**
 * Makes a game the player's ranked try of the day, if they have had none.
 * @returns whether it is, also when asked again, and the secret of the day
 * @throws Error when an erasure of the player, or whatever else has the row, takes longer than anybody waits for a game
 */
export async function claimDailyTry(
  prisma: Prisma,
  { day, gameId, player, at }: DailyClaim,
): Promise<{ isRanked: boolean; secret: DaySecret }> {
  return prisma.$transaction(async (transaction) => {
    const secret = await readDaySecret(transaction, at.getTime())
    await transaction.$executeRaw`set local lock_timeout = ${Sql.raw(`'${patienceMs}ms'`)}`
    const erased = await introducePlayers(transaction, [player], at)
    if (erased.size > 0) return { isRanked: false, secret }
    const dayAndPlayer = { day: new Date(day), playerId: player.id }
    await transaction.dailyTry.createMany({ data: [{ ...dayAndPlayer, gameId }], skipDuplicates: true })
    const claimed = await transaction.dailyTry.findUnique({
      where: { day_playerId: dayAndPlayer },
      select: { gameId: true },
    })
    return { isRanked: claimed?.gameId === gameId, secret }
  }, transactionLimits)
}

/** Gives back the ranked try of a game that did not begin after all. */
export async function releaseDailyTry(prisma: Prisma, gameId: GameId): Promise<void> {
  await prisma.dailyTry.deleteMany({ where: { gameId } })
}

/** @param database whether it answers: nobody stands at the start of a game for one that is away */
export function createDailyTries(prisma: Prisma, database: { isUp(): Promise<boolean> }): DailyTries {
  return {
    async claim(claim) {
      if (!(await database.isUp())) throw new Error('the database is away')
      return claimDailyTry(prisma, claim)
    },
    release: (gameId) => releaseDailyTry(prisma, gameId),
  }
}
