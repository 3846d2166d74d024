import type { OwnResult } from '#game/protocol/http-answers'
import type { Digit, GameId, PlayerId } from '#game/protocol/scalars'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

type FinishedResult = {
  score: number
  rounds: number
  isCompared: boolean
  /** Points per round of the player's best counted game on its board that finished before it; null for the first. */
  before: number | null
  /** Of the best drawing; null where none has points. */
  inkText: string | null
  prompt: Digit | null
}

/** @returns what a game was for one player: their best drawing in it, and their best before it; null for who has no result in it */
export async function findOwnResult(
  prisma: Prisma,
  gameId: GameId,
  playerId: PlayerId,
): Promise<OwnResult | null> {
  // The try of a day has a board of its own, on which nobody has another.
  const [result] = await prisma.$queryRaw<FinishedResult[]>`
    select result.score, result.rounds, coalesce(result.board <> 'daily', false) as "isCompared", drawing."inkText", drawing.prompt,
      -- Where the best of all is older it is the best before; only else the older ones are looked through.
      coalesce(
        (select -best."rankedBy" from "BoardEntry" best
          where best.board = result.board and best.span = 'all' and best."playerId" = result."playerId"
            and best."finishedAt" < result."finishedAt"),
        (select max(other.score::float8 / other.rounds) from "Result" other
          where other."playerId" = result."playerId" and other."finishedAt" < result."finishedAt" and other.board = result.board
            and ${isCounted(Sql.sql`other."gameId"`, Sql.sql`other."playerId"`)})) as before
    from "Result" result left join lateral (
      select drawing.ink as "inkText", drawing.prompt::int
      from "Round" round join "Drawing" drawing on drawing."roundId" = round.id
      where round."gameId" = result."gameId" and drawing.points > 0
        and exists (select from "Drawer" drawer where drawer."drawingId" = drawing.id and drawer."playerId" = result."playerId")
      order by drawing.points desc, drawing."lockAtMs" limit 1) drawing on true
    where result."gameId" = ${gameId}::uuid and result."playerId" = ${playerId}::uuid`
  if (!result) return null
  const { score, rounds, isCompared, before, inkText, prompt } = result
  return {
    pointsPerRound: score / Math.max(1, rounds),
    best: isCompared ? { before } : null,
    drawing: inkText === null || prompt === null ? null : { inkText, prompt },
  }
}
