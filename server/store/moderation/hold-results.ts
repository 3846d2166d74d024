import type { GameId, PlayerId } from '#game/protocol/scalars'
import { type HoldReason, holdReasons } from '#game/records/hold-reason'
import type { GameRecord } from '#game/records/record'
import { isRanked } from '#game/records/what-counts'
import { type Prisma as Sql, Prisma as sql } from '../generated/client'
import { usersOfKnownInk } from './mark-copies'

/**
 * [F5] [F7] Holds the results of a game that is being marked as finished, with the samples from them: what the rules speak
 * against, and what repeats ink of earlier. Its rounds have to be there, and its results. All other samples from it may be reviewed from
 * then on.
 * @param erased who has no result of their own any more, and so nothing to hold
 * @returns whose results are held
 */
export async function holdResults(
  transaction: Sql.TransactionClient,
  record: GameRecord,
  erased: ReadonlySet<PlayerId> = new Set(),
): Promise<ReadonlySet<PlayerId>> {
  const copied: ReadonlySet<PlayerId> = isRanked(record.settings, record.ghosts)
    ? await usersOfKnownInk(transaction, record.id)
    : new Set()
  const held = record.standings.flatMap(({ player, heldFor = [] }) => {
    const found = new Set<HoldReason>(heldFor)
    if (copied.has(player.id)) found.add('known-ink')
    const reasons = holdReasons.filter((reason) => found.has(reason))
    return reasons.length > 0 ? [{ playerId: player.id, reasons }] : []
  })
  const heldAt = new Date(record.finishedAt)
  await transaction.hold.createMany({
    data: held
      .filter(({ playerId }) => !erased.has(playerId))
      .map((hold) => ({ gameId: record.id, heldAt, ...hold })),
  })
  const ids = new Set(held.map(({ playerId }) => playerId))
  // They were held until the game was over.
  await transaction.$executeRaw`
    update "Sample" sample set "isHeld" = false
    from "Drawing" drawing join "Round" round on round.id = drawing."roundId"
    where sample."drawingId" = drawing.id and round."gameId" = ${record.id}::uuid
      and sample."contributorId" <> all(${[...ids]}::uuid[])`
  return ids
}

/** Takes the samples that players drew in a game out of review and exports, or lets them in again. */
export async function holdSamples(
  transaction: Sql.TransactionClient,
  gameId: GameId,
  playerIds: readonly PlayerId[],
  isHeld: boolean,
): Promise<void> {
  if (playerIds.length === 0) return
  await transaction.$executeRaw`
    update "Sample" sample set "isHeld" = ${isHeld}
    from "Drawing" drawing join "Round" round on round.id = drawing."roundId"
    where sample."drawingId" = drawing.id and round."gameId" = ${gameId}::uuid
      and sample."contributorId" = any(${playerIds}::uuid[])`
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
