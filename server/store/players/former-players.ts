import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma as Sql } from '../generated/client'
import { tombstoneKey } from './tombstones'

type Row = { readonly playerId: PlayerId; readonly name: string | null }

/** Rows of one game as they may be stored: those of erased players under an id for this game alone, and no name. */
export async function withoutErased(
  transaction: Sql.TransactionClient,
  gameId: GameId,
  erased: ReadonlySet<PlayerId>,
): Promise<<Kept extends Row>(row: Kept) => Kept | (Kept & { name: null })> {
  if (erased.size === 0) return (row) => row
  const { aliasOf } = await tombstoneKey(transaction)
  return (row) =>
    erased.has(row.playerId) ? { ...row, playerId: aliasOf(row.playerId, gameId), name: null } : row
}
