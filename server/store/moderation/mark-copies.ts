import { isKnownInk } from '#game/fair-play/ink-fingerprint'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma as Sql } from '../generated/client'
import { lookForCopies } from './look-for-copies'

/**
 * [F7] Marks the copies among the drawings of rounds that have just been stored: the one time that they are looked up.
 * @returns the ids of the drawings that are copies
 */
export async function markCopies(
  transaction: Sql.TransactionClient,
  roundIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const checked = await lookForCopies(transaction, roundIds)
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

/** [F7] Who played games with known ink, by game: enough of the drawings that locked are marked as copies. */
export async function usersOfKnownInk(
  transaction: Sql.TransactionClient,
  gameIds: readonly GameId[],
): Promise<ReadonlyMap<GameId, ReadonlySet<PlayerId>>> {
  type Count = { gameId: GameId; playerId: PlayerId; copies: number; drawings: number }
  const counts = await transaction.$queryRaw<Count[]>`
    select round."gameId", drawer."playerId", count(*)::int as drawings, (count(*) filter (where drawer."isCopy"))::int as copies
    from "Round" round
      join "Drawing" drawing on drawing."roundId" = round.id and drawing.fingerprint is not null
        and drawing."lockAtMs" is not null
      join "Drawer" drawer on drawer."drawingId" = drawing.id
    where round."gameId" = any(${[...gameIds]}::uuid[])
    group by round."gameId", drawer."playerId"`
  const users = new Map(gameIds.map((id) => [id, new Set<PlayerId>()]))
  for (const { gameId, playerId, copies, drawings } of counts)
    if (isKnownInk(copies, drawings)) users.get(gameId)?.add(playerId)
  return users
}
