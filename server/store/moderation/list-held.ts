import { type Measures, measureDrawing } from '#game/fair-play/measure'
import type { GameId, ModeName, PlayerId } from '#game/protocol/scalars'
import { type HoldReason, holdReasons } from '#game/records/hold-reason'
import { unpackGuesses } from '#server/store/games/stored-guesses'
import type { Prisma } from '#server/store/prisma'
import type { HoldDecision, Prisma as Sql } from '../generated/client'
import { lookForCopies } from './look-for-copies'

export type HeldDrawing = {
  id: string
  prompt: number
  /** The op log in the form of game/drawing/ink-codec. */
  ink: string
  /** What it took [F2]; null when it never locked. */
  measures: Measures | null
  /** Taken off for the connection. */
  lagCreditMs: number
  /** Where the same ink was before; null for ink of its own. */
  earlierGameId: GameId | null
}

/** A result that is held, or was, with all that an admin needs to decide about it. */
export type HeldResult = {
  gameId: GameId
  playerId: PlayerId
  name: string
  colour: number
  isBanned: boolean
  mode: ModeName
  isDaily: boolean
  score: number
  /** From 1; equals share one. */
  rank: number
  /** How many played. */
  players: number
  reasons: HoldReason[]
  heldAt: Date
  decidedAt: Date | null
  /** Those with ink, in order. */
  drawings: HeldDrawing[]
}

export type HeldPage = { results: HeldResult[]; count: number; pageCount: number }

/** Each comes with its drawings, and a rush may have two hundred. */
export const heldPerPage = 8

/**
 * A page of held results, the newest first.
 * @param decision those that an admin released or removed; null for those to be looked at
 * @param page from 1
 */
export async function listHeld(
  prisma: Prisma,
  decision: HoldDecision | null = null,
  page = 1,
): Promise<HeldPage> {
  const where = { decision }
  const [count, rows] = await prisma.$transaction([
    prisma.hold.count({ where }),
    prisma.hold.findMany({
      where,
      select: columns,
      orderBy: [{ heldAt: 'desc' }, { gameId: 'asc' }, { playerId: 'asc' }],
      skip: (page - 1) * heldPerPage,
      take: heldPerPage,
    }),
  ])
  const [banned, played] = await Promise.all([
    prisma.player.findMany({
      where: { id: { in: rows.map(({ playerId }) => playerId) }, isBanned: true },
      select: { id: true },
    }),
    prisma.result.groupBy({
      by: ['gameId'],
      where: { gameId: { in: rows.map(({ gameId }) => gameId) } },
      _count: true,
    }),
  ])
  const players = new Map(played.map(({ gameId, _count }) => [gameId, _count]))
  const bannedIds = new Set(banned.map(({ id }) => id))
  const results = await Promise.all(
    rows.map(async (row) => ({
      ...heldResult(row, await drawingsOf(prisma, row.gameId, row.playerId), bannedIds),
      players: players.get(row.gameId) ?? 0,
    })),
  )
  return { results, count, pageCount: Math.ceil(count / heldPerPage) }
}

const columns = {
  gameId: true,
  playerId: true,
  reasons: true,
  heldAt: true,
  decidedAt: true,
  result: {
    select: {
      name: true,
      colour: true,
      score: true,
      rank: true,
      game: { select: { mode: true, day: true } },
    },
  },
} satisfies Sql.HoldSelect

function heldResult(
  { result, reasons, ...row }: Sql.HoldGetPayload<{ select: typeof columns }>,
  drawings: HeldDrawing[],
  banned: ReadonlySet<PlayerId>,
): Omit<HeldResult, 'players'> {
  const { game, ...columns } = result
  return {
    ...row,
    ...columns,
    // An erasure takes the hold with the name.
    name: result.name ?? '',
    isBanned: banned.has(row.playerId),
    mode: game.mode,
    isDaily: game.day !== null,
    // A reason that a later version no longer knows is passed over.
    reasons: holdReasons.filter((reason) => reasons.includes(reason)),
    drawings,
  }
}

type DrawingRow = Pick<HeldDrawing, 'id' | 'prompt' | 'ink' | 'lagCreditMs'> & {
  promptAtMs: number
  lockAtMs: number | null
  lockGuessIndex: number | null
  guesses: unknown
}

async function drawingsOf(prisma: Prisma, gameId: GameId, playerId: PlayerId): Promise<HeldDrawing[]> {
  const [rows, checked] = await Promise.all([
    prisma.$queryRaw<DrawingRow[]>`
      select drawing.id, drawing.prompt::int, drawing.ink, drawing."lagCreditMs", drawing."promptAtMs",
        drawing."lockAtMs", drawing."lockGuessIndex", drawing.guesses
      from "Round" round
        join "Drawing" drawing on drawing."roundId" = round.id and drawing."pointCount" > 0
        join "Drawer" drawer on drawer."drawingId" = drawing.id and drawer."playerId" = ${playerId}::uuid
      where round."gameId" = ${gameId}::uuid order by round.index, drawing.index`,
    lookForCopies(prisma, gameId),
  ])
  const earlier = new Map(checked.map(({ drawingId, earlierGameId }) => [drawingId, earlierGameId]))
  return rows.map(({ promptAtMs, lockAtMs, lockGuessIndex, guesses, ...drawing }) => {
    const locking = lockGuessIndex === null ? undefined : unpackGuesses(guesses)[lockGuessIndex]
    const lock = lockAtMs === null ? null : { atMs: lockAtMs, guessIndex: 0, heldIndex: 0 }
    // How much ink the lock was for is all that counts here, and pruning keeps it.
    const measured = locking ? [{ opCount: locking.opCount, thousandths: [] }] : []
    return {
      ...drawing,
      measures: measureDrawing({ ...drawing, promptAtMs, lock, guesses: measured }),
      earlierGameId: earlier.get(drawing.id) ?? null,
    }
  })
}
