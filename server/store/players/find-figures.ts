import type { PlayerId } from '#game/protocol/scalars'
import { isRevealed } from '#server/store/daily/revealed-days'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** How a player draws one digit, when nobody shares the canvas and the result counts. */
export type DigitFigures = {
  digit: number
  /** Those with ink. */
  drawings: number
  locked: number
  /** Median time from prompt to lock, ms; null when none locked. */
  lockMs: number | null
  /** The quickest without a wrong lock, ms; [F5] none that speaks against its player. */
  bestMs: number | null
}

/** A cell of a confusion matrix: what the network read in the end, so many times, when the player was asked for a digit. */
export type DigitReading = { prompt: number; label: number; count: number }

/** Older drawings no longer tell how somebody draws. */
const mostDrawings = 1_000

type Figures = {
  /** Digits that were drawn, in order. */
  digits: DigitFigures[]
  /** Ordered by prompt, then label. */
  readings: DigitReading[]
}

/**
 * What the player's drawings tell, on canvases that nobody shared, without those of held results [F5]: for each digit how quickly they
 * draw it, and their own confusion matrix, of their newest drawings. Pairs that never occurred are left out. A label is the judge's
 * answer [S13]: a digit, or 10 for "not a digit". All of it is read in one pass off one index: who has played for years has thousands.
 */
export async function findFigures(prisma: Prisma, playerId: PlayerId, now = Date.now()): Promise<Figures> {
  const [row] = await prisma.$queryRaw<Figures[]>`
    with own as materialized (
      select prompt, "lockAtMs", answer, "isClean", "promptedAt"
      from "Drawer" drawer
      where "playerId" = ${playerId}::uuid and prompt is not null and ${isRevealed(now, Sql.sql`day`)}
        and ${isCounted(Sql.sql`drawer."gameId"`, Sql.sql`drawer."playerId"`)}
    ), digits as (
      select prompt as digit, count(*) as drawings, count("lockAtMs") as locked,
        percentile_cont(0.5) within group (order by "lockAtMs") as "lockMs",
        min("lockAtMs") filter (where "isClean") as "bestMs"
      from own group by prompt
    ), readings as (
      select prompt, answer as label, count(*) as count
      from (select * from own where answer is not null order by "promptedAt" desc limit ${mostDrawings}) newest
      group by prompt, answer
    )
    select
      (select coalesce(jsonb_agg(digits order by digit), '[]') from digits) as digits,
      (select coalesce(jsonb_agg(readings order by prompt, label), '[]') from readings) as readings`
  return row ?? { digits: [], readings: [] }
}
