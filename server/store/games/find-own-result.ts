import type { OwnResult } from '#game/protocol/http-answers'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

type FinishedResult = {
  score: number
  rounds: number
  isOnBoard: boolean
  board: string | null
  finishedAt: Date | null
}

/** @returns what a game was for one player: their best drawing in it, and their best before it; null for who has no result in it */
export async function findOwnResult(
  prisma: Prisma,
  gameId: GameId,
  playerId: PlayerId,
): Promise<OwnResult | null> {
  const [[result], drawing] = await Promise.all([
    prisma.$queryRaw<FinishedResult[]>`
      select result.score, result.rounds, result."isOnBoard", game.board, game."finishedAt"
      from "Result" result join "Game" game on game.id = result."gameId"
      where result."gameId" = ${gameId}::uuid and result."playerId" = ${playerId}::uuid`,
    prisma.drawing.findFirst({
      where: { round: { gameId }, drawers: { some: { playerId } }, points: { gt: 0 } },
      orderBy: [{ points: 'desc' }, { lockAtMs: 'asc' }],
      select: { ink: true, prompt: true },
    }),
  ])
  if (!result) return null
  const { board, finishedAt } = result
  // The try of a day has a board of its own, on which nobody has another.
  const isCompared = result.isOnBoard && board !== null && board !== 'daily' && finishedAt !== null
  return {
    pointsPerRound: result.score / Math.max(1, result.rounds),
    best: isCompared ? { before: await bestBefore(prisma, board, playerId, finishedAt) } : null,
    drawing: drawing && { inkText: drawing.ink, prompt: drawing.prompt },
  }
}

/** Points per round of the player's best counted game on a board that finished before then; null for the first. */
async function bestBefore(prisma: Prisma, board: string, playerId: PlayerId, then: Date) {
  const [row] = await prisma.$queryRaw<{ best: number | null }[]>`
    select max(result.score::float8 / result.rounds) as best
    from "Result" result join "Game" game on game.id = result."gameId"
    where game.board = ${board} and result."playerId" = ${playerId}::uuid and result."isOnBoard"
      and game."finishedAt" < ${then}
      and ${isCounted(Sql.sql`result."gameId"`, Sql.sql`result."playerId"`)}`
  return row?.best ?? null
}
