import type { Day, DaySecret } from '#game/prompts/daily'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { DailyClaim, DailyTries } from '#server/rooms/ports'
import { transactionLimits } from '#server/store/games/save-round'
import { Prisma as Sql } from '#server/store/generated/client'
import { upsertPlayers } from '#server/store/players/upsert-players'
import type { Prisma } from '#server/store/prisma'
import { readDaySecret } from './day-secrets'

/** Players wait for the start of a game: a lock is not waited for longer, ms. */
const lockTimeoutMs = 2_000

/**
 * Makes a game the player's ranked try of the day, if they have had none. Idempotent by the id of the game.
 * @returns whether it is, and the secret of the day
 * @throws Error when the lock on the player's row is not to be had in `lockTimeoutMs`
 */
export async function claimDailyTry(
  prisma: Prisma,
  { day, gameId, player, at }: DailyClaim,
): Promise<{ isRanked: boolean; secret: DaySecret }> {
  return prisma.$transaction(async (transaction) => {
    const secret = await readDaySecret(transaction, at.getTime())
    await transaction.$executeRaw`set local lock_timeout = ${Sql.raw(`'${lockTimeoutMs}ms'`)}`
    const erased = await upsertPlayers(transaction, [player], at)
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

/** @param database whether it answers: the start of a game does not wait for one that is away */
export function createDailyTries(prisma: Prisma, database: { isUp(): Promise<boolean> }): DailyTries {
  return {
    async claim(claim) {
      if (!(await database.isUp())) throw new Error('the database is away')
      return claimDailyTry(prisma, claim)
    },
    release: (gameId) => releaseDailyTry(prisma, gameId),
  }
}

/** A player's ranked try of a day, null as long as they have not begun it. */
export async function findDailyTry(prisma: Prisma, day: Day, playerId: PlayerId): Promise<GameId | null> {
  const found = await prisma.dailyTry.findUnique({
    where: { day_playerId: { day: new Date(day), playerId } },
    select: { gameId: true },
  })
  return found?.gameId ?? null
}
