import { isKnownInk } from '#game/fair-play/ink-fingerprint'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma as Sql } from '../generated/client'
import { lookForCopies } from './look-for-copies'

/**
 * [F7] Marks the copies among the drawings of a round that has just been stored: the one time that they are looked up.
 * @param round its index
 * @returns the ids of the drawings that are copies
 */
export async function markCopies(
  transaction: Sql.TransactionClient,
  gameId: GameId,
  round: number,
): Promise<ReadonlySet<string>> {
  const checked = await lookForCopies(transaction, gameId, round)
  const copies = checked.filter(({ earlierGameId }) => earlierGameId !== null)
  if (copies.length > 0)
    await transaction.$executeRaw`
      update "Drawer" drawer set "isCopy" = true
      from unnest(
        ${copies.map(({ drawingId }) => drawingId)}::uuid[], ${copies.map(({ playerId }) => playerId)}::uuid[]
      ) as copy ("drawingId", "playerId")
      where drawer."drawingId" = copy."drawingId" and drawer."playerId" = copy."playerId"`
  return new Set(copies.map(({ drawingId }) => drawingId))
}

/** [F7] Who played a game with known ink: enough of the drawings that locked are marked as copies. */
export async function usersOfKnownInk(
  transaction: Sql.TransactionClient,
  gameId: GameId,
): Promise<ReadonlySet<PlayerId>> {
  const counts = await transaction.$queryRaw<{ playerId: PlayerId; copies: number; drawings: number }[]>`
    select drawer."playerId", count(*)::int as drawings, (count(*) filter (where drawer."isCopy"))::int as copies
    from "Round" round
      join "Drawing" drawing on drawing."roundId" = round.id and drawing.fingerprint is not null
        and drawing."lockAtMs" is not null
      join "Drawer" drawer on drawer."drawingId" = drawing.id
    where round."gameId" = ${gameId}::uuid
    group by drawer."playerId"`
  return new Set(
    counts.filter(({ copies, drawings }) => isKnownInk(copies, drawings)).map(({ playerId }) => playerId),
  )
}
