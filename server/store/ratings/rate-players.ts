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
  await transaction.$executeRaw`
    insert into "Rating" ("playerId", mu, sigma, games, "updatedAt")
    select "playerId", mu, sigma, 1, ${updatedAt} from unnest(
      ${rows.map(({ playerId }) => playerId)}::uuid[], ${rows.map(({ mu }) => mu)}::float8[],
      ${rows.map(({ sigma }) => sigma)}::float8[]
    ) as rated ("playerId", mu, sigma)
    on conflict ("playerId") do update set
      mu = excluded.mu, sigma = excluded.sigma, games = "Rating".games + 1, "updatedAt" = excluded."updatedAt"`
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
