import type { PlayerId } from '#game/protocol/scalars'
import { type GameBoard, gameBoards } from '#game/records/what-counts'
import type { Prisma } from '#server/store/prisma'

/** A player's best game on one board. */
export type BoardBest = { board: GameBoard; pointsPerRound: number; gameId: string; finishedAt: Date }

/** [A5] @returns a player's best on each board of games that they are on, in the order of the boards */
export async function findBests(prisma: Prisma, playerId: PlayerId): Promise<BoardBest[]> {
  const entries = await prisma.boardEntry.findMany({
    where: { playerId, span: 'all', board: { in: [...gameBoards] } },
    select: { board: true, rankedBy: true, gameId: true, finishedAt: true },
  })
  return gameBoards.flatMap((board) => {
    const entry = entries.find((each) => each.board === board)
    return entry
      ? { board, pointsPerRound: -entry.rankedBy, gameId: entry.gameId, finishedAt: entry.finishedAt }
      : []
  })
}
