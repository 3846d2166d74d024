import { lastRevealedDay } from '#game/prompts/daily'
import { Prisma as Sql } from '../generated/client'

/**
 * [R14] A condition: anybody may know the prompts of a game, which is not of a daily challenge whose secret is not published yet.
 * @param now ms since the epoch
 * @param day an expression for the game's day
 */
export function isRevealed(now: number, day = Sql.sql`game.day`): Sql.Sql {
  return Sql.sql`(${day} is null or ${day} <= ${lastRevealedDay(now)}::date)`
}
