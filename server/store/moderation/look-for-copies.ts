import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk, InkFormatError } from '#game/drawing/ink-codec'
import { inkOutlineOf, isCopy, type Outline } from '#game/fair-play/outline'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import { Prisma as Sql } from '../generated/client'

/** A drawing of a game with ink enough to be found again, and one whose canvas it was on. */
type CheckedDrawing = {
  readonly drawingId: string
  readonly playerId: PlayerId
  /** Where the very same ink was before; null for ink of its own. */
  readonly earlierGameId: GameId | null
}

/** One for each stored drawing that it may be a copy of, and one where there is none. */
type Row = CheckedDrawing & {
  readonly ink: string | null
  readonly earlierInk: string | null
}

/** So many of the oldest drawings with one fingerprint are looked at, however many there are, */
const mostAlike = 200
/** and as many of the player's own before it, of which those of the same digit: one that was turned or leant has another fingerprint; */
const mostOwn = 60
/** and so many of each laid on the one in question: those whose number of points is nearest, for copies have the same. */
const mostLaidOn = 8

/**
 * [F7] Looks whether drawings of rounds repeat ink that had arrived earlier: in any other game, or in their own from another player. Ink that was turned,
 * leant or stretched is found among the player's latest alone.
 * The cost for each drawing is bounded, however many are stored. The one that arrived later is the copy.
 * It yields to the event loop between drawings: outlines are computed, and a rush has hundreds.
 * Fingerprints may be alike by chance; the outlines of the drawings decide [F3].
 * @param looked the id of a game, or those of rounds
 */
export async function lookForCopies(
  database: Pick<Sql.TransactionClient, '$queryRaw'>,
  looked: GameId | readonly string[],
): Promise<CheckedDrawing[]> {
  const isLookedAt =
    typeof looked === 'string'
      ? Sql.sql`round."gameId" = ${looked}::uuid`
      : Sql.sql`round.id = any(${[...looked]}::uuid[])`
  const rows = await database.$queryRaw<Row[]>`
    select own.id as "drawingId", drawer."playerId", like_it."gameId" as "earlierGameId", like_it.ink as "earlierInk",
      case when like_it.ink is not null then own.ink end as ink
    from "Round" round
      join "Drawing" own on own."roundId" = round.id and own.fingerprint is not null
      join "Drawer" drawer on drawer."drawingId" = own.id
      left join lateral ((
        select other."gameId", earlier.ink
        from (
          select * from "Drawing" stored
          where stored.fingerprint = own.fingerprint and stored."inkedAt" < own."inkedAt"
          order by stored."inkedAt" limit ${mostAlike}
        ) earlier join "Round" other on other.id = earlier."roundId"
        where other."gameId" <> round."gameId" or not exists (
          select from "Drawer" earlier_drawer
          where earlier_drawer."drawingId" = earlier.id and earlier_drawer."playerId" = drawer."playerId"
        )
        order by abs(earlier."pointCount" - own."pointCount"), earlier."inkedAt" limit ${mostLaidOn}
      ) union all (
        select other."gameId", earlier.ink
        from (
          select * from "Drawer" latest
          where latest."playerId" = drawer."playerId" and latest."promptedAt" < drawer."promptedAt"
          order by latest."promptedAt" desc limit ${mostOwn}
        ) latest
          join "Drawing" earlier on earlier.id = latest."drawingId" and earlier.prompt = own.prompt
            and earlier.fingerprint is not null and earlier."inkedAt" < own."inkedAt"
          join "Round" other on other.id = earlier."roundId" and other."gameId" <> round."gameId"
        order by abs(earlier."pointCount" - own."pointCount"), earlier."inkedAt" limit ${mostLaidOn}
      )) like_it on true
    where ${isLookedAt}`
  const byDrawing = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.drawingId} ${row.playerId}`
    byDrawing.set(key, [...(byDrawing.get(key) ?? []), row])
  }
  const checked: CheckedDrawing[] = []
  for (const alike of byDrawing.values()) {
    const [{ drawingId, playerId, ink }] = alike as [Row]
    const outline = ink === null ? null : outlineIn(ink)
    const earlier = alike.find(({ earlierInk }) => outline && earlierInk && isLike(outline, earlierInk))
    checked.push({ drawingId, playerId, earlierGameId: earlier?.earlierGameId ?? null })
    if (outline) await yieldToOthers()
  }
  return checked
}

/** Null as well for ink in a form that an older version wrote: no game is lost because of it. */
function outlineIn(ink: string): Outline | null {
  try {
    return inkOutlineOf(strokesOf(decodeInk(ink)))
  } catch (error) {
    if (error instanceof InkFormatError) return null
    throw error
  }
}

function isLike(outline: Outline, ink: string): boolean {
  const other = outlineIn(ink)
  return other !== null && isCopy(outline, other)
}
