import type { OwnResult } from '#game/protocol/http-answers'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

type FinishedResult = {
  score: number
  rounds: number
  isCompared: boolean
  /** Points per round of the player's best counted game on its board that finished before it; null for the first. */
  before: number | null
}

/** @returns what a game was for one player: their best drawing in it, and their best before it; null for who has no result in it */
export async function findOwnResult(
  prisma: Prisma,
  gameId: GameId,
  playerId: PlayerId,
): Promise<OwnResult | null> {
  const [[result], [drawing]] = await Promise.all([
    // The try of a day has a board of its own, on which nobody has another.
    prisma.$queryRaw<FinishedResult[]>`
      select result.score, result.rounds, coalesce(result.board <> 'daily', false) as "isCompared",
        -- Where the best of all is older it is the best before; only else the older ones are looked through.
        coalesce(
          (select -best."rankedBy" from "BoardEntry" best
            where best.board = result.board and best.span = 'all' and best."playerId" = result."playerId"
              and best."finishedAt" < result."finishedAt"),
          (select max(other.score::float8 / other.rounds) from "Result" other
            where other."playerId" = result."playerId" and other."finishedAt" < result."finishedAt" and other.board = result.board
              and ${isCounted(Sql.sql`other."gameId"`, Sql.sql`other."playerId"`)})) as before
      from "Result" result
      where result."gameId" = ${gameId}::uuid and result."playerId" = ${playerId}::uuid`,
    prisma.$queryRaw<NonNullable<OwnResult['drawing']>[]>`
      select drawing.ink as "inkText", drawing.prompt::int
      from "Round" round join "Drawing" drawing on drawing."roundId" = round.id
      where round."gameId" = ${gameId}::uuid and drawing.points > 0
        and exists (select from "Drawer" drawer where drawer."drawingId" = drawing.id and drawer."playerId" = ${playerId}::uuid)
      order by drawing.points desc, drawing."lockAtMs" limit 1`,
  ])
  if (!result) return null
  const { score, rounds, isCompared, before } = result
  return {
    pointsPerRound: score / Math.max(1, rounds),
    best: isCompared ? { before } : null,
    drawing: drawing ?? null,
  }
}
