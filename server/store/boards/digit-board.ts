import type { Digit } from '#game/protocol/scalars'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import {
  duringPeriod,
  type Period,
  type Ranked,
  type Ranking,
  type RankingOptions,
  rankRows,
} from './ranking'

/** A player's quickest clean drawing of a digit. */
export type DigitRow = Ranked & {
  /** From prompt to lock, ms. */
  lockMs: number
  /** In the form of game/drawing/ink-codec. */
  ink: string
}

/** The quickest locks of one digit, one row a player: without a wrong lock, and by one hand; [F5] none that speaks against itself. */
export function digitBoard(
  prisma: Prisma,
  { digit, period = {}, ...options }: { digit: Digit; period?: Period } & RankingOptions,
): Promise<Ranking<DigitRow>> {
  return rankRows(prisma, bestDrawings(digit, period), Sql.sql`"lockMs"`, options)
}

/** Each player's quickest lock of a digit. */
export function bestDrawings(digit: Digit, period: Period): Sql.Sql {
  return Sql.sql`
    select distinct on (drawer."playerId")
      drawer."playerId", drawer.name, drawer.colour::int, game.id as "gameId", game."finishedAt",
      drawing."lockAtMs"::int as "lockMs", drawing.ink
    from "Drawing" drawing
      join "Drawer" drawer on drawer."drawingId" = drawing.id
      join "Round" round on round.id = drawing."roundId"
      join "Game" game on game.id = round."gameId"
    where drawing.prompt = ${digit} and drawing."lockAtMs" is not null and drawing."wrongLocks" = 0 and not drawing."isByKeyboard"
      and not drawing."isSuspect"
      and game."hasDigitBoards" and ${duringPeriod(period)}
      and ${isCounted(Sql.sql`game.id`, Sql.sql`drawer."playerId"`)}
    order by drawer."playerId", drawing."lockAtMs", game."finishedAt"`
}
