import type { GameId, PlayerId } from '#game/protocol/scalars'
import { type HoldReason, holdReasons } from '#game/records/hold-reason'
import type { GameRecord } from '#game/records/record'
import { isRanked } from '#game/records/what-counts'
import { insertRows } from '#server/store/insert-rows'
import { changeSamples, tallySamples } from '#server/store/samples/sample-tally'
import { type Prisma as Sql, Prisma as sql } from '../generated/client'
import { usersOfKnownInk } from './mark-copies'

/** Whose results of a game are held. */
export type HeldIn = (gameId: GameId) => ReadonlySet<PlayerId>

/**
 * [F5] [F7] Holds the results of games that are being marked as finished, with the samples from them: what the rules speak
 * against, and what repeats ink of earlier. Their rounds have to be there, and their results. All other samples from them may be reviewed
 * from then on.
 * @param erased who has no result of their own any more, and so nothing to hold
 */
export async function holdResults(
  transaction: Sql.TransactionClient,
  records: readonly GameRecord[],
  erased: ReadonlySet<PlayerId>,
): Promise<HeldIn> {
  const ranked = records.filter(({ settings, ghosts }) => isRanked(settings, ghosts)).map(({ id }) => id)
  const copied = await usersOfKnownInk(transaction, ranked)
  const held = records.flatMap((record) =>
    record.standings.flatMap(({ player, heldFor = [] }) => {
      const found = new Set<HoldReason>(heldFor)
      if (copied.get(record.id)?.has(player.id)) found.add('known-ink')
      const reasons = holdReasons.filter((reason) => found.has(reason))
      const heldAt = new Date(record.finishedAt)
      return reasons.length > 0 ? [{ gameId: record.id, playerId: player.id, heldAt, reasons }] : []
    }),
  )
  const ofOwn = held.filter(({ playerId }) => !erased.has(playerId))
  await insertRows(transaction, 'Hold', ofOwn)
  // They were held until the game was over, so that none was counted.
  const released = await transaction.$queryRaw<{ id: string }[]>`
    update "Sample" sample set "isHeld" = false
    from "Drawing" drawing join "Round" round on round.id = drawing."roundId"
    where sample."drawingId" = drawing.id and sample."isHeld" and round."gameId" = any(${records.map(({ id }) => id)}::uuid[])
      and (round."gameId", sample."contributorId") not in (select * from unnest(
        ${held.map(({ gameId }) => gameId)}::uuid[], ${held.map(({ playerId }) => playerId)}::uuid[]))
    returning sample.id`
  await tallySamples(
    transaction,
    released.map(({ id }) => id),
  )
  return (gameId) => new Set(held.filter((each) => each.gameId === gameId).map(({ playerId }) => playerId))
}

/** Takes the samples that players drew in a game out of review and exports, or lets them in again. */
export async function holdSamples(
  transaction: Sql.TransactionClient,
  gameId: GameId,
  playerIds: readonly PlayerId[],
  isHeld: boolean,
): Promise<void> {
  const where = { contributorId: { in: [...playerIds] }, drawing: { round: { gameId } } }
  const samples = await transaction.sample.findMany({ where, select: { id: true } })
  const ids = samples.map(({ id }) => id)
  await changeSamples(transaction, ids, () =>
    transaction.sample.updateMany({ where: { id: { in: ids } }, data: { isHeld } }),
  )
}

/**
 * [F5] A condition: the result of a player in a game is not held, or was released.
 * @param game an expression for its id
 * @param player likewise
 */
export function isCounted(game: Sql.Sql, player: Sql.Sql): Sql.Sql {
  return sql.sql`not exists (
    select from "Hold" hold where hold."gameId" = ${game} and hold."playerId" = ${player}
      and hold.decision is distinct from 'released')`
}
