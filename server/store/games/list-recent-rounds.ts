import { type Edition, editionOf } from '#game/drawing/editions'
import { type Digit, sum as sumSchema } from '#game/protocol/scalars'
import type { StoredDrawing } from '#game/records/check-drawing'
import type { Prisma } from '#server/store/prisma'
import { unpackGuesses } from './stored-guesses'

export type RecentDrawing = StoredDrawing & { readonly id: string; readonly colour: number }

/** A round as a judge needs it that is to say what it would have said. Its guesses tell only when they were made. */
export type RecentRound = {
  readonly id: string
  readonly gameId: string
  readonly index: number
  readonly judgeVersion: string
  readonly edition?: Edition
  readonly endedAt: number
  readonly drawings: readonly RecentDrawing[]
}

/** The last rounds of games that have ended, newest first, as far as their drawings are kept. Where people voted, no judge decided. */
export async function listRecentRounds(prisma: Prisma, count: number): Promise<RecentRound[]> {
  const rounds = await prisma.round.findMany({
    where: { hasDrawings: true, game: { finishedAt: { not: null }, mode: { not: 'fool' } } },
    select: {
      ...{ id: true, gameId: true, index: true, judgeVersion: true, edition: true, endedAt: true },
      drawings: { select: drawingColumns, orderBy: [{ canvas: 'asc' }, { index: 'asc' }] },
    },
    orderBy: [{ endedAt: 'desc' }, { id: 'asc' }],
    take: count,
  })
  return rounds.map(({ edition, endedAt, drawings, ...round }) => ({
    ...round,
    edition: editionOf(edition),
    endedAt: endedAt.getTime(),
    drawings: drawings.map(
      ({ sum, prompt, guesses, lockAtMs, lockGuessIndex, lockHeldIndex, drawers, ...row }) => ({
        ...row,
        prompt: prompt as Digit,
        colour: drawers[0]?.colour ?? 0,
        ...(sum !== null && { sum: sumSchema.parse(sum) }),
        guesses: unpackGuesses(guesses).map(({ opCount }) => ({ opCount, thousandths: null })),
        lock:
          lockAtMs !== null && lockGuessIndex !== null && lockHeldIndex !== null
            ? { atMs: lockAtMs, guessIndex: lockGuessIndex, heldIndex: lockHeldIndex }
            : null,
      }),
    ),
  }))
}

const drawingColumns = {
  ...{ id: true, prompt: true, sum: true, promptAtMs: true, ink: true, guesses: true, wrongLocks: true },
  ...{
    lockAtMs: true,
    lockGuessIndex: true,
    lockHeldIndex: true,
    points: true,
    speed: true,
    cleanness: true,
  },
  drawers: { select: { colour: true }, orderBy: { place: 'asc' }, take: 1 },
} as const
