import type { PlayerId } from '#game/protocol/scalars'
import { isRevealed } from '#server/store/daily/revealed-days'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** What the network read in the end, so many times, when the player was asked for a digit. */
export type Reading = { prompt: number; label: number; count: number }

/** Older drawings no longer tell how somebody draws. */
const mostDrawings = 1_000

/**
 * The player's own confusion matrix, of their newest drawings on canvases that nobody shared, without those of held
 * results [F5]. Pairs that never occurred are left out. A label is a digit, or 10 for "not a digit".
 */
export function listReadings(prisma: Prisma, playerId: PlayerId, now = Date.now()): Promise<Reading[]> {
  return prisma.$queryRaw<Reading[]>`
    with newest as (
      select drawing.prompt, drawing.guesses -> -1 as guess
      from "Drawer" drawer
        join "Drawing" drawing on drawing.id = drawer."drawingId" and drawing."pointCount" > 0
        join "Round" round on round.id = drawing."roundId"
        join "Game" game on game.id = round."gameId" and game.mode <> 'relay'
          and ${isRevealed(now)}
      where drawer."playerId" = ${playerId}::uuid and jsonb_array_length(drawing.guesses) > 0
        and ${isCounted(Sql.sql`game.id`, Sql.sql`drawer."playerId"`)}
      order by round."startedAt" desc, drawing.index desc limit ${mostDrawings}
    ), read as (
      select prompt, (
        select place - 2 from jsonb_array_elements(guess) with ordinality as answer (thousandths, place)
        where place > 1 order by thousandths::int desc, place limit 1
      ) as label from newest
    )
    select prompt::int, label::int, count(*)::int from read group by prompt, label order by prompt, label`
}
