import { lastRevealedDay } from '#game/prompts/daily'
import { Prisma as Sql } from '../generated/client'

/**
 * [R14] Games whose prompts anybody may know: not those of a daily challenge whose secret is not published yet. A condition on
 * `"Game" game`.
 * @param now ms since the epoch
 */
export function isRevealed(now: number): Sql.Sql {
  return Sql.sql`(game.day is null or game.day <= ${lastRevealedDay(now)}::date)`
}
