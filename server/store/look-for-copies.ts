import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { isCopy, outlineOf } from '#game/fair-play/outline'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma as Sql } from './generated/client'

/** A drawing of a game with ink enough to be found again, and one whose canvas it was on. */
export type CheckedDrawing = {
  readonly drawingId: string
  readonly playerId: PlayerId
  /** Whether it earned anything, for this player alone. */
  readonly isOwnLock: boolean
  /** Where the very same ink was before; null for ink of its own. */
  readonly earlierGameId: GameId | null
}

type Row = Omit<CheckedDrawing, 'earlierGameId'> & {
  readonly earlierGameId: GameId | null
  readonly ink: string | null
  readonly earlierInk: string | null
}

/** So many drawings with one fingerprint are laid on each other; the oldest ones, of which the others may be copies. */
const mostAlike = 3

/**
 * [F7] Looks whether drawings of a game repeat ink that had arrived earlier: in any other game, or in this one from another player.
 * One look into an index for each drawing, however many are stored. Who was copied has done nothing: the later one is the copy.
 * Fingerprints may be alike by chance, and the more so the more there are; the drawings themselves decide.
 */
export async function lookForCopies(
  database: Pick<Sql.TransactionClient, '$queryRaw'>,
  gameId: GameId,
): Promise<CheckedDrawing[]> {
  const rows = await database.$queryRaw<Row[]>`
    select own.id as "drawingId", drawer."playerId", first."gameId" as "earlierGameId", first.ink as "earlierInk",
      case when first.ink is not null then own.ink end as ink,
      own."lockAtMs" is not null and not exists (
        select from "Drawer" mate where mate."drawingId" = own.id and mate."playerId" <> drawer."playerId"
      ) as "isOwnLock"
    from "Round" round
      join "Drawing" own on own."roundId" = round.id and own.fingerprint is not null
      join "Drawer" drawer on drawer."drawingId" = own.id
      left join lateral (
        select other."gameId", earlier.ink from "Drawing" earlier join "Round" other on other.id = earlier."roundId"
        where earlier.fingerprint = own.fingerprint and earlier."inkedAt" < own."inkedAt"
          and (other."gameId" <> round."gameId" or not exists (
            select from "Drawer" hand where hand."drawingId" = earlier.id and hand."playerId" = drawer."playerId"
          ))
        order by earlier."inkedAt" limit ${mostAlike}
      ) first on true
    where round."gameId" = ${gameId}::uuid`
  const checked = new Map<string, CheckedDrawing>()
  for (const { ink, earlierInk, earlierGameId, ...drawing } of rows) {
    const key = `${drawing.drawingId} ${drawing.playerId}`
    const found = ink !== null && earlierInk !== null && isSame(ink, earlierInk) ? earlierGameId : null
    checked.set(key, { ...drawing, earlierGameId: checked.get(key)?.earlierGameId ?? found })
  }
  return [...checked.values()]
}

function isSame(ink: string, earlierInk: string): boolean {
  const [one, other] = [ink, earlierInk].map((text) => outlineOf(strokesOf(decodeInk(text))))
  return one != null && other != null && isCopy(one, other)
}
