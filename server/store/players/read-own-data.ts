import { dayOf } from '#game/prompts/daily'
import { leftOutOfOwnData } from '#game/protocol/own-data'
import type { PlayerId } from '#game/protocol/scalars'
import { storedVotes } from '#server/store/games/stored-guesses'
import { Prisma as Sql } from '#server/store/generated/client'
import type { Prisma } from '#server/store/prisma'

type OfPage<Row> = (after: string | null) => Promise<Row[]>

/**
 * All that is stored about a player, piece by piece, as the text of one JSON document in the shape of `ownData`
 * (game/protocol/own-data): a page of rows is in memory at a time, however much they have drawn.
 * @param createdAt of the document
 * @returns null for somebody nothing is stored about
 */
export async function readOwnData(
  prisma: Prisma,
  playerId: PlayerId,
  createdAt: Date,
): Promise<AsyncGenerator<string> | null> {
  const head = await readHead(prisma, playerId)
  return (
    head &&
    writeDocument(
      { format: 'digit-dash-own-data', version: 1, createdAt, leftOut: leftOutOfOwnData, ...head },
      [
        ['results', inPages(resultsOf(prisma, playerId), ({ gameId }) => gameId)],
        ['ratingSteps', inPages(ratingStepsOf(prisma, playerId), ({ gameId }) => gameId)],
        ['drawings', inPages(drawingsOf(prisma, playerId), ({ id }) => id)],
        ['samples', inPages(samplesOf(prisma, playerId), ({ id }) => id)],
      ],
    )
  )
}

const perPage = 200

async function* writeDocument(
  head: object,
  lists: readonly (readonly [string, AsyncIterable<object>])[],
): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1)
  for (const [name, rows] of lists) {
    yield `,\n"${name}":[`
    let separator = '\n'
    for await (const row of rows) {
      yield `${separator}${JSON.stringify(row)}`
      separator = ',\n'
    }
    yield ']'
  }
  yield '}\n'
}

/** @param keyOf what rows are ordered by */
async function* inPages<Row extends object>(
  page: OfPage<Row>,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row> {
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await page(after)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < perPage) return
    after = keyOf(last)
  }
}

async function readHead(prisma: Prisma, playerId: PlayerId) {
  const player = await prisma.player.findUnique({
    where: { id: playerId },
    select: {
      ...{ id: true, name: true, colour: true, isListed: true },
      ...{ hasConsented: true, consentVersion: true, consentAnsweredAt: true },
      ...{ lendsGhosts: true, ghostsVersion: true, ghostsAnsweredAt: true },
      achievements: { select: { name: true, gameId: true, earnedAt: true }, orderBy: { earnedAt: 'asc' } },
      ...{ createdAt: true, seenAt: true, isBanned: true, isExcluded: true, refusedName: true },
      code: { select: { createdAt: true } },
      rating: { select: { mu: true, sigma: true, games: true, updatedAt: true } },
      tries: { select: { day: true, gameId: true, claimedAt: true }, orderBy: { day: 'asc' } },
    },
  })
  if (!player) return null
  const [about, reportsByYou] = await Promise.all([
    prisma.report.groupBy({ by: ['reason'], where: { playerId }, _count: true }),
    prisma.report.findMany({
      where: { reporterId: playerId },
      select: { reason: true, createdAt: true },
      orderBy: { createdAt: 'asc' },
    }),
  ])
  const { code, rating, tries, achievements, ...columns } = player
  return {
    player: columns,
    recoveryCodeMadeAt: code?.createdAt ?? null,
    rating,
    reportsAboutYou: about.map(({ reason, _count: count }) => ({ reason, count })),
    reportsByYou,
    achievements,
    dailyTries: tries.map(({ day, ...rest }) => ({ day: dayOf(day.getTime()), ...rest })),
  }
}

function resultsOf(prisma: Prisma, playerId: PlayerId) {
  return async (after: string | null) => {
    const rows = await prisma.result.findMany({
      where: { playerId, ...(after !== null && { gameId: { gt: after } }) },
      orderBy: { gameId: 'asc' },
      take: perPage,
      select: {
        ...{ gameId: true, name: true, colour: true, score: true, rank: true, rounds: true, locks: true },
        ...{ lockMs: true, inkLength: true, isByKeyboard: true, isOnBoard: true },
        hold: { select: { heldAt: true, decision: true, decidedAt: true } },
        game: { select: { mode: true, day: true, startedAt: true, finishedAt: true } },
      },
    })
    return rows.map(({ game: { day, ...game }, ...result }) => ({
      ...result,
      ...game,
      day: day && dayOf(day.getTime()),
    }))
  }
}

function ratingStepsOf(prisma: Prisma, playerId: PlayerId) {
  return (after: string | null) =>
    prisma.ratingStep.findMany({
      where: { playerId, ...(after !== null && { gameId: { gt: after } }) },
      orderBy: { gameId: 'asc' },
      take: perPage,
      select: { gameId: true, muBefore: true, sigmaBefore: true, mu: true, sigma: true },
    })
}

function drawingsOf(prisma: Prisma, playerId: PlayerId) {
  return async (after: string | null) => {
    const rows = await prisma.drawer.findMany({
      where: { playerId, ...(after !== null && { drawingId: { gt: after } }) },
      orderBy: { drawingId: 'asc' },
      take: perPage,
      select: {
        ...{ name: true, colour: true, place: true },
        drawing: {
          select: {
            ...{ id: true, canvas: true, index: true, prompt: true, sum: true, promptAtMs: true },
            ...{
              ink: true,
              pointCount: true,
              inkLength: true,
              inkedAt: true,
              lagCreditMs: true,
              guesses: true,
            },
            ...{ lockAtMs: true, lockGuessIndex: true, lockHeldIndex: true, wrongLocks: true },
            ...{ points: true, speed: true, cleanness: true, isByKeyboard: true, hands: true },
            ...{ votes: true, goldCheck: true },
            round: {
              select: {
                ...{ gameId: true, index: true, startedAt: true },
                drawings: { where: { votes: { not: Sql.DbNull } }, select: { votes: true } },
              },
            },
            // Not `_count`, which counts the drawers of all drawings there are.
            drawers: { select: { place: true } },
          },
        },
      },
    })
    return rows.map(({ drawing: { round, drawers, ...drawing }, ...drawer }) => ({
      ...drawing,
      votes:
        drawing.votes === null
          ? null
          : storedVotes.parse(drawing.votes).map(({ label, isTrusted }) => ({ label, isTrusted })),
      readings: round.drawings.flatMap(({ votes }) =>
        storedVotes.parse(votes).flatMap(({ voter, label }) => (voter === drawing.canvas ? [label] : [])),
      ),
      ...{ gameId: round.gameId, round: round.index, startedAt: round.startedAt },
      ...drawer,
      drawers: drawers.length,
    }))
  }
}

function samplesOf(prisma: Prisma, playerId: PlayerId) {
  return async (after: string | null) => {
    const rows = await prisma.sample.findMany({
      where: { contributorId: playerId, ...(after !== null && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: perPage,
      select: {
        ...{
          id: true,
          drawingId: true,
          reason: true,
          reasons: true,
          prompt: true,
          guess: true,
          thousandths: true,
        },
        ...{
          difficulty: true,
          label: true,
          votes: true,
          isHeld: true,
          consentVersion: true,
          createdAt: true,
        },
        reviews: { select: { verdict: true }, orderBy: { createdAt: 'asc' } },
      },
    })
    return rows.map(({ reviews, ...sample }) => ({
      ...sample,
      verdicts: reviews.map(({ verdict }) => verdict),
    }))
  }
}
