import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma as Sql } from '../generated/client'
import { tombstoneKey } from './tombstones'

type Row = { readonly playerId: PlayerId; readonly name: string | null }

/** Rows of games as they may be stored: those of erased players under an id for that game alone, and no name. */
export async function withoutErased(
  transaction: Sql.TransactionClient,
  erased: ReadonlySet<PlayerId>,
): Promise<<Kept extends Row>(gameId: GameId, row: Kept) => Kept | (Kept & { name: null })> {
  if (erased.size === 0) return (_, row) => row
  const { aliasOf } = await tombstoneKey(transaction)
  return (gameId, row) =>
    erased.has(row.playerId) ? { ...row, playerId: aliasOf(row.playerId, gameId), name: null } : row
}
