import { lastRevealedDay } from '#game/prompts/daily'
import { Prisma as Sql } from '../generated/client'

/**
 * [R14] Games whose prompts anybody may know: not those of a daily challenge whose secret is not published yet.
 * @param now ms since the epoch
 */
export function revealedGame(now: number): Sql.GameWhereInput {
  return { OR: [{ day: null }, { day: { lte: new Date(lastRevealedDay(now)) } }] }
}

/** The same as a condition on `"Game" game`. */
export function isRevealed(now: number): Sql.Sql {
  return Sql.sql`(game.day is null or game.day <= ${lastRevealedDay(now)}::date)`
}
