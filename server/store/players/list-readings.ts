import type { PlayerId } from '#game/protocol/scalars'
import { isRevealed } from '#server/store/daily/revealed-days'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** A cell of a confusion matrix: what the network read in the end, so many times, when the player was asked for a digit. */
export type DigitReading = { prompt: number; label: number; count: number }

/** Older drawings no longer tell how somebody draws. */
const mostDrawings = 1_000

/**
 * The player's own confusion matrix, of their newest drawings on canvases that nobody shared, without those of held
 * results [F5]. Pairs that never occurred are left out. A label is the judge's answer [S13]: a digit, or 10 for "not a digit".
 * @returns ordered by prompt, then label
 */
export function listReadings(prisma: Prisma, playerId: PlayerId, now = Date.now()): Promise<DigitReading[]> {
  return prisma.$queryRaw<DigitReading[]>`
    select prompt, label, count(*)::int from (
    select drawing.prompt::int, drawing.answer::int as label
    from "Drawer" drawer
      join "Drawing" drawing on drawing.id = drawer."drawingId" and drawing."pointCount" > 0 and drawing.sum is null
      join "Round" round on round.id = drawing."roundId"
      join "Game" game on game.id = round."gameId" and game.mode not in ('relay', 'fool')
        and ${isRevealed(now)}
    where drawer."playerId" = ${playerId}::uuid and drawing.answer is not null
      and ${isCounted(Sql.sql`game.id`, Sql.sql`drawer."playerId"`)}
    order by round."startedAt" desc, drawing.index desc limit ${mostDrawings}
    ) newest group by prompt, label order by prompt, label`
}
