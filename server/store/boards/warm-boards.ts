import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { digits } from '#game/protocol/constants'
import { type BoardSpan, seasonSpan } from '#game/records/spans'
import { gameBoards } from '#game/records/what-counts'
import type { Clock } from '#server/host/clock'
import { runDaily } from '#server/host/daily-job'
import type { Prisma } from '#server/store/prisma'
import { ratingBoard } from '#server/store/ratings/rating-board'
import { digitBoard, nameOfDigit } from './digit-board'
import { findSeason } from './find-season'
import { leaderboard } from './leaderboard'

/** After the start, which has to be quick. */
const firstAfterMs = 2_000
/** Half of one connection's time, and of the disk's. */
const restFactor = 1

type WarmParts = { readonly clock: Clock; readonly log: Pick<Logger, 'warn'> }

/**
 * Reads the long boards after a start and once a day, so that they are in memory: a place in the middle of one is counted, and whoever
 * asked for theirs first waited for hundreds of blocks of the index from the disk, one after the other.
 * @returns stops it, after the board that is being read
 */
export function warmBoards(prisma: Prisma, { clock, log }: WarmParts): () => Promise<void> {
  return runDaily(clock, firstAfterMs, async (signal) => {
    try {
      await readBoards(prisma, signal)
    } catch (error) {
      log.warn({ err: error }, 'Boards were not read in advance; the first look at one takes longer')
    }
  })
}

/** Reads what is shown of each board of all time and of the season, and the index that places are counted by. */
export async function readBoards(prisma: Prisma, signal: AbortSignal): Promise<void> {
  const season = await findSeason(prisma)
  const spans: BoardSpan[] = ['all', ...(season === null ? [] : [seasonSpan(season)])]
  const boards = spans.flatMap((span) => [
    ...gameBoards.map((board) => ({ board, span, read: () => leaderboard(prisma, { board, span }) })),
    ...digits.map((digit) => ({
      board: nameOfDigit(digit),
      span,
      read: () => digitBoard(prisma, { digit, span }),
    })),
  ])
  for (const { board, span, read } of [
    { board: 'rating', span: 'all', read: () => ratingBoard(prisma, {}) },
    ...boards,
  ]) {
    if (signal.aborted) return
    const began = performance.now()
    await read()
    // Of a column that no other index has with these two.
    await prisma.$queryRaw`select count("rankedBy")::int from "BoardEntry" where board = ${board} and span = ${span}`
    await pause((performance.now() - began) * restFactor)
  }
}
