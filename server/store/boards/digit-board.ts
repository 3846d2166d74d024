import type { Digit } from '#game/protocol/scalars'
import type { BoardSpan } from '#game/records/spans'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { type BoardKind, type Ranked, type Ranking, type RankingOptions, rankEntries } from './ranking'

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
  { digit, span = 'all', ...options }: { digit: Digit; span?: BoardSpan } & RankingOptions,
): Promise<Ranking<DigitRow>> {
  return rankEntries(prisma, { board: nameOfDigit(digit), ...digitsIn(span) }, options)
}

export const nameOfDigit = (digit: Digit) => `digit-${digit}`

export function digitsIn(span: BoardSpan): BoardKind {
  return {
    span,
    columns: Sql.sql`drawer.name, drawer.colour::int, drawing."lockAtMs"::int as "lockMs", drawing.ink`,
    join: Sql.sql`
      join "Drawing" drawing on drawing.id = entry."drawingId"
      join "Drawer" drawer on drawer."drawingId" = entry."drawingId" and drawer."playerId" = entry."playerId"`,
  }
}
