import { z } from 'zod'
import { type Edition, editionOf } from '#game/drawing/editions'
import { dayOf } from '#game/prompts/daily'
import { roomSettings, sum as sumSchema } from '#game/protocol/scalars'
import type { StoredGuess } from '#game/records/check-drawing'
import type { DrawingRecord, GameHeader, JudgeVersion, RecordedPlayer } from '#game/records/record'
import { type GameCounts, gameBoards } from '#game/records/what-counts'
import type { Drawer, Prisma as Sql } from '#server/store/generated/client'
import type { Prisma } from '#server/store/prisma'
import { storedGoldCheck, storedVotes, unpackGuesses } from './stored-guesses'

export type ReplayDrawing = Omit<DrawingRecord, 'players' | 'guesses'> & {
  id: string
  players: RecordedPlayer[]
  guesses: StoredGuess[]
}

export type ReplayRound = {
  index: number
  judge: JudgeVersion
  edition?: Edition
  startedAt: number
  endedAt: number
  /** False once its drawings were pruned. */
  isKept: boolean
  drawings: ReplayDrawing[]
}

export type ReplayStanding = { player: RecordedPlayer; score: number; rank: number; isByKeyboard: boolean }

/** All that is needed to watch a game again and to score it again. Times ending in At are ms since the epoch. */
export type Replay = Omit<GameHeader, 'judge' | 'edition'> & {
  /** The board that its results are compared on, as stored with it. */
  board: GameCounts['board']
  finishedAt: number | null
  rounds: ReplayRound[]
  /** Best first; empty until the game has finished. */
  standings: ReplayStanding[]
}

/**
 * @param gameId a UUID
 * @param formerName what to call those who have been erased
 * @returns null when there is no such game
 */
export async function findReplay(
  prisma: Prisma,
  gameId: string,
  formerName = 'A former player',
): Promise<Replay | null> {
  const game = await prisma.game.findUnique({ where: { id: gameId }, select: gameColumns })
  if (!game) return null
  return {
    id: game.id,
    roomCode: game.roomCode,
    settings: roomSettings.parse(game.settings),
    seed: Number(game.seed),
    day: game.day && dayOf(game.day.getTime()),
    board: gameBoard.parse(game.board),
    startedAt: game.startedAt.getTime(),
    finishedAt: game.finishedAt?.getTime() ?? null,
    rounds: game.rounds.map(({ judgeVersion, judgeEngine, startedAt, endedAt, hasDrawings, ...round }) => ({
      index: round.index,
      edition: editionOf(round.edition),
      isKept: hasDrawings,
      judge: { version: judgeVersion, engine: judgeEngine },
      startedAt: startedAt.getTime(),
      endedAt: endedAt.getTime(),
      drawings: round.drawings.map((drawing) => replayDrawing(drawing, formerName)),
    })),
    standings: game.results.map(({ playerId, name, colour, score, rank, isByKeyboard }) => ({
      player: { id: playerId, name: name ?? formerName, colour },
      ...{ score, rank, isByKeyboard },
    })),
  }
}

const gameBoard = z.enum([...gameBoards, 'daily']).nullable()

const drawingColumns = {
  id: true,
  canvas: true,
  index: true,
  prompt: true,
  sum: true,
  promptAtMs: true,
  ink: true,
  pointCount: true,
  inkLength: true,
  guesses: true,
  lockAtMs: true,
  lockGuessIndex: true,
  lockHeldIndex: true,
  wrongLocks: true,
  lagCreditMs: true,
  isByKeyboard: true,
  hands: true,
  votes: true,
  goldCheck: true,
  points: true,
  speed: true,
  cleanness: true,
  drawers: { select: { playerId: true, name: true, colour: true }, orderBy: { place: 'asc' } },
} satisfies Sql.DrawingSelect

const gameColumns = {
  id: true,
  roomCode: true,
  settings: true,
  seed: true,
  day: true,
  board: true,
  startedAt: true,
  finishedAt: true,
  rounds: {
    select: {
      index: true,
      judgeVersion: true,
      judgeEngine: true,
      edition: true,
      startedAt: true,
      endedAt: true,
      hasDrawings: true,
      drawings: { select: drawingColumns, orderBy: [{ canvas: 'asc' }, { index: 'asc' }] },
    },
    orderBy: { index: 'asc' },
  },
  results: {
    select: { playerId: true, name: true, colour: true, score: true, rank: true, isByKeyboard: true },
    orderBy: [{ rank: 'asc' }, { name: 'asc' }],
  },
} satisfies Sql.GameSelect

const place = z.int().min(0)
/** [D6] What cannot be read is not known: the drawing is shown in one colour. */
const storedHands = z.array(z.object({ from: place, player: place }))

type DrawingRow = Omit<
  ReplayDrawing,
  'players' | 'guesses' | 'hands' | 'votes' | 'goldCheck' | 'lock' | 'sum'
> & {
  guesses: unknown
  sum: unknown
  hands: unknown
  votes: unknown
  goldCheck: unknown
  lockAtMs: number | null
  lockGuessIndex: number | null
  lockHeldIndex: number | null
  drawers: Pick<Drawer, 'playerId' | 'name' | 'colour'>[]
}

function replayDrawing(row: DrawingRow, formerName: string): ReplayDrawing {
  const { drawers, guesses, hands, sum, votes, goldCheck, lockAtMs, ...others } = row
  const { lockGuessIndex, lockHeldIndex, ...columns } = others
  const known = storedHands.safeParse(hands)
  const isLocked = lockAtMs !== null && lockGuessIndex !== null && lockHeldIndex !== null
  return {
    ...columns,
    ...(sum !== null && { sum: sumSchema.parse(sum) }),
    ...(known.success && { hands: known.data }),
    ...(votes !== null && { votes: storedVotes.parse(votes), goldCheck: storedGoldCheck.parse(goldCheck) }),
    players: drawers.map(({ playerId, name, colour }) => ({
      id: playerId,
      name: name ?? formerName,
      colour,
    })),
    guesses: unpackGuesses(guesses),
    lock: isLocked ? { atMs: lockAtMs, guessIndex: lockGuessIndex, heldIndex: lockHeldIndex } : null,
  }
}
