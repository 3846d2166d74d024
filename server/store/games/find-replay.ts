import { z } from 'zod'
import { type Edition, editionOf } from '#game/drawing/editions'
import { dayOf } from '#game/prompts/daily'
import { roomSettings, sum as sumSchema } from '#game/protocol/scalars'
import type { StoredGuess } from '#game/records/check-drawing'
import type { DrawingRecord, GameHeader, JudgeVersion, RecordedPlayer } from '#game/records/record'
import { type GameCounts, gameBoards } from '#game/records/what-counts'
import type { Drawer } from '#server/store/generated/client'
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
  // Side by side: all that there is of a game is found by its id.
  const [[game], rounds, drawings, results] = await Promise.all([
    prisma.$queryRaw<GameRow[]>`
      select id, "roomCode", settings, seed, day, board, "startedAt", "finishedAt" from "Game" where id = ${gameId}::uuid`,
    prisma.$queryRaw<RoundRow[]>`
      select id, index, "judgeVersion", "judgeEngine"::text, edition, "startedAt", "endedAt", "hasDrawings"
      from "Round" where "gameId" = ${gameId}::uuid order by index`,
    findDrawings(prisma, gameId),
    prisma.$queryRaw<ResultRow[]>`
      select "playerId", name, colour, score, rank, "isByKeyboard"
      from "Result" where "gameId" = ${gameId}::uuid order by rank, name`,
  ])
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
    rounds: rounds.map(({ id, judgeVersion, judgeEngine, startedAt, endedAt, hasDrawings, ...round }) => ({
      index: round.index,
      edition: editionOf(round.edition),
      isKept: hasDrawings,
      judge: { version: judgeVersion, engine: judgeEngine },
      startedAt: startedAt.getTime(),
      endedAt: endedAt.getTime(),
      drawings: drawings
        .filter(({ roundId }) => roundId === id)
        .map(({ roundId: _, ...drawing }) => replayDrawing(drawing, formerName)),
    })),
    standings: results.map(({ playerId, name, colour, score, rank, isByKeyboard }) => ({
      player: { id: playerId, name: name ?? formerName, colour },
      ...{ score, rank, isByKeyboard },
    })),
  }
}

const gameBoard = z.enum([...gameBoards, 'daily']).nullable()

type GameRow = {
  id: string
  roomCode: string
  settings: unknown
  seed: bigint
  day: Date | null
  board: string | null
  startedAt: Date
  finishedAt: Date | null
}
type RoundRow = {
  id: string
  index: number
  judgeVersion: string
  judgeEngine: JudgeVersion['engine']
  edition: number
  startedAt: Date
  endedAt: Date
  hasDrawings: boolean
}
type ResultRow = Omit<ReplayStanding, 'player'> & Named

/** In the order in which they were drawn. */
function findDrawings(prisma: Prisma, gameId: string): Promise<(DrawingRow & { roundId: string })[]> {
  return prisma.$queryRaw`
    select drawing."roundId", drawing.id, canvas, drawing.index, prompt, sum, "promptAtMs", ink, "pointCount", "inkLength", guesses,
      "lockAtMs", "lockGuessIndex", "lockHeldIndex", "wrongLocks", "lagCreditMs", "isByKeyboard", hands, votes, "goldCheck",
      points, speed, cleanness, (
        select json_agg(json_build_object('playerId', drawer."playerId", 'name', drawer.name, 'colour', drawer.colour)
          order by drawer.place)
        from "Drawer" drawer where drawer."drawingId" = drawing.id
      ) as drawers
    from "Round" round join "Drawing" drawing on drawing."roundId" = round.id
    where round."gameId" = ${gameId}::uuid order by canvas, drawing.index`
}

type Named = Pick<Drawer, 'playerId' | 'name' | 'colour'>

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
  /** Null where there are none. */
  drawers: Named[] | null
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
    players: (drawers ?? []).map(({ playerId, name, colour }) => ({
      id: playerId,
      name: name ?? formerName,
      colour,
    })),
    guesses: unpackGuesses(guesses),
    lock: isLocked ? { atMs: lockAtMs, guessIndex: lockGuessIndex, heldIndex: lockHeldIndex } : null,
  }
}
