import type { GameRecord } from '#game/records/record'
import { insertRows } from '#server/store/insert-rows'
import type { HeldIn } from '#server/store/moderation/hold-results'
import type { Prisma as Sql } from '../generated/client'
import { defaultRating, ratedSides, rateGame } from './rate-game'
import { keepRatings } from './rating-board'

/**
 * Rates the players of games that are being marked as finished, one game after the other. An erased player takes part with the default
 * rating, so that the others are rated, and has no rating stored. Not idempotent: call it once a game.
 * @param heldIn [F5]
 */
export async function ratePlayers(
  transaction: Sql.TransactionClient,
  records: readonly GameRecord[],
  heldIn: HeldIn,
): Promise<void> {
  const rated = records
    .map((record) => ({ record, sides: ratedSides(record, heldIn(record.id)) }))
    .filter(({ sides }) => sides.length > 0)
  // Always in the same order: two games with the same players could deadlock otherwise.
  const ids = [...new Set(rated.flatMap(({ sides }) => sides.flatMap(({ players }) => players)))].sort()
  if (ids.length === 0) return
  const present = await transaction.$queryRaw<{ id: string }[]>`
    select id from "Player" where id = any(${ids}::uuid[]) order by id for update`
  const before = await transaction.$queryRaw<{ playerId: string; mu: number; sigma: number }[]>`
    select "playerId", mu, sigma from "Rating" where "playerId" = any(${ids}::uuid[])`
  const known = new Map(before.map(({ playerId, mu, sigma }) => [playerId, { mu, sigma }]))
  const steps = rated.flatMap(({ record, sides }) => {
    const after = rateGame(sides, known)
    return present.flatMap(({ id: playerId }) => {
      const rating = after.get(playerId)
      if (!rating) return []
      const before = known.get(playerId) ?? defaultRating
      known.set(playerId, rating)
      return [{ record, playerId, before, rating }]
    })
  })
  const last = [...new Map(steps.map((step) => [step.playerId, step])).values()]
  const playersOf = last.map(({ playerId }) => playerId)
  await transaction.$executeRaw`
    insert into "Rating" ("playerId", mu, sigma, games, "updatedAt")
    select * from unnest(
      ${playersOf}::uuid[], ${last.map(({ rating }) => rating.mu)}::float8[],
      ${last.map(({ rating }) => rating.sigma)}::float8[],
      ${playersOf.map((id) => steps.filter(({ playerId }) => playerId === id).length)}::int[],
      ${last.map(({ record }) => new Date(record.finishedAt).toISOString())}::timestamptz[]
    )
    on conflict ("playerId") do update set mu = excluded.mu, sigma = excluded.sigma,
      games = "Rating".games + excluded.games, "updatedAt" = excluded."updatedAt"`
  await insertRows(
    transaction,
    'RatingStep',
    steps.map(({ record, playerId, before, rating: { mu, sigma } }) => ({
      ...{ gameId: record.id, playerId, mu, sigma },
      ...{ muBefore: before.mu, sigmaBefore: before.sigma },
    })),
  )
  await keepRatings(
    transaction,
    last.map(({ record, playerId }) => ({ gameId: record.id, playerId })),
  )
}
