import type { PlayerId } from '#game/protocol/scalars'
import type { GameRecord } from '#game/records/record'
import type { Prisma as Sql } from '../generated/client'
import { defaultRating, ratedSides, rateGame } from './rate-game'
import { keepRatings } from './rating-board'

/**
 * Rates the players of a game that is being marked as finished. An erased player takes part with the default rating, so that the
 * others are rated, and has no rating stored. Not idempotent: call it once a game.
 * @param held [F5] whose results are held
 */
export async function ratePlayers(
  transaction: Sql.TransactionClient,
  record: GameRecord,
  held: ReadonlySet<PlayerId>,
): Promise<void> {
  const sides = ratedSides(record, held)
  // Always in the same order: two games with the same players could deadlock otherwise.
  const ids = sides.flatMap(({ players }) => players).sort()
  if (ids.length === 0) return
  const present = await transaction.$queryRaw<{ id: string }[]>`
    select id from "Player" where id = any(${ids}::uuid[]) order by id for update`
  const before = await transaction.rating.findMany({
    where: { playerId: { in: ids } },
    select: { playerId: true, mu: true, sigma: true },
  })
  const known = new Map(before.map(({ playerId, mu, sigma }) => [playerId, { mu, sigma }]))
  const after = rateGame(sides, known)
  const updatedAt = new Date(record.finishedAt)
  const rows = present.flatMap(({ id: playerId }) => {
    const rated = after.get(playerId)
    return rated ? [{ playerId, ...rated, before: known.get(playerId) ?? defaultRating }] : []
  })
  for (const { playerId, mu, sigma } of rows)
    await transaction.rating.upsert({
      where: { playerId },
      create: { playerId, mu, sigma, games: 1, updatedAt },
      update: { mu, sigma, games: { increment: 1 }, updatedAt },
    })
  await transaction.ratingStep.createMany({
    data: rows.map(({ playerId, mu, sigma, before }) => ({
      ...{ gameId: record.id, playerId, mu, sigma },
      ...{ muBefore: before.mu, sigmaBefore: before.sigma },
    })),
  })
  await keepRatings(
    transaction,
    record.id,
    rows.map(({ playerId }) => playerId),
  )
}
