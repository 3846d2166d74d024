import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma as Sql } from './generated/client'

/** A drawing of a game whose very ink was there before, and one whose canvas it was on. */
export type Copy = { readonly drawingId: string; readonly playerId: PlayerId }

/**
 * [F7] Which stored drawings of a game repeat ink that had arrived earlier: in any other game, or in this one from another player.
 * One look into an index for each drawing, however many are stored. Who was copied has done nothing: the later one is the copy.
 */
export function findCopies(transaction: Sql.TransactionClient, gameId: GameId): Promise<Copy[]> {
  return transaction.$queryRaw<Copy[]>`
    select own.id as "drawingId", drawer."playerId"
    from "Round" round
      join "Drawing" own on own."roundId" = round.id and own.fingerprint is not null
      join "Drawer" drawer on drawer."drawingId" = own.id
    where round."gameId" = ${gameId}::uuid and exists (
      select from "Drawing" earlier join "Round" other on other.id = earlier."roundId"
      where earlier.fingerprint = own.fingerprint and earlier."inkedAt" < own."inkedAt"
        and (other."gameId" <> round."gameId" or not exists (
          select from "Drawer" hand where hand."drawingId" = earlier.id and hand."playerId" = drawer."playerId"
        ))
    )`
}
