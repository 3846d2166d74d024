import { randomUUID } from 'node:crypto'
import { editionOf } from '#game/drawing/editions'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import { type DrawingRecord, labelOf, type RecordedPlayer, type RoundRecord } from '#game/records/record'
import { answerOf } from '#game/scoring/answer'
import { keepBests } from '#server/store/boards/board-entries'
import { markCopies } from '#server/store/moderation/mark-copies'
import { withoutErased } from '#server/store/players/former-players'
import { areAllErased, upsertGameAndPlayers, withAllowedNames } from '#server/store/players/upsert-players'
import type { Prisma } from '#server/store/prisma'
import { countVotes } from '#server/store/samples/count-votes'
import { selectSample } from '#server/store/samples/select'
import type { Prisma as Sql } from '../generated/client'
import { inkColumns, isSuspect } from './ink-columns'
import { packGuesses } from './stored-guesses'

/** Long enough for a database that has just come back and is busy. */
export const transactionLimits = { maxWait: 10_000, timeout: 30_000 }

/**
 * Writes a round, its drawings with their guesses, and the samples among them, in one transaction. Idempotent: a round that is
 * there already is left as it is, so that a write whose answer got lost can be retried. Of who was erased meanwhile only the
 * drawing is kept, and not even that where nobody else drew.
 * @param collectsSamples whether the server keeps samples at all
 */
export async function saveRound(prisma: Prisma, record: RoundRecord, collectsSamples = true): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const players = record.drawings.flatMap((drawing) => drawing.players)
    const erased = await upsertGameAndPlayers(transaction, record.game, players, new Date(record.endedAt))
    if (areAllErased(players, erased)) return
    const roundId = randomUUID()
    const { count } = await transaction.round.createMany({
      data: [roundRow(roundId, record)],
      skipDuplicates: true,
    })
    if (count === 0) return

    const drawings = record.drawings.map((drawing) => ({ id: randomUUID(), drawing }))
    await transaction.drawing.createMany({
      data: drawings.map(({ id, drawing }) => ({ id, roundId, ...drawingRow(record, drawing) })),
    })
    const allowed = await withAllowedNames(transaction, players)
    const storable = await withoutErased(transaction, record.game.id, erased)
    await transaction.drawer.createMany({
      data: drawings.flatMap(({ id, drawing }) => drawerRows(id, drawing.players.map(allowed))).map(storable),
    })
    await countDrawings(transaction, record)
    const copies = await markCopies(transaction, record.game.id, record.round)
    const isLate = await isFinished(transaction, record.game.id)
    if (isLate) await keepBests(transaction, record.game.id)
    if (!collectsSamples) return
    const votesOn = await countVotes(transaction, record)
    const samples = drawings
      .filter(({ id }) => !copies.has(id))
      .flatMap(({ id, drawing }) =>
        sampleRows(id, record, drawing).map((row) => ({ ...row, votes: votesOn(drawing) })),
      )
    const held = isLate ? await findHeld(transaction, record.game.id) : new Set<PlayerId>()
    const consents = await findConsents(transaction, samples, new Date(record.game.startedAt))
    await transaction.sample.createMany({
      data: samples.flatMap((sample) => {
        const consentVersion = consents.get(sample.contributorId)
        return consentVersion === undefined
          ? []
          : [{ ...sample, consentVersion, isHeld: !isLate || held.has(sample.contributorId) }]
      }),
    })
  }, transactionLimits)
}

function roundRow(id: string, { game, round, startedAt, endedAt }: RoundRecord) {
  return {
    id,
    gameId: game.id,
    index: round,
    judgeVersion: game.judge.version,
    judgeEngine: game.judge.engine,
    edition: editionOf(game.edition),
    startedAt: new Date(startedAt),
    endedAt: new Date(endedAt),
  }
}

function drawingRow({ startedAt }: RoundRecord, drawing: DrawingRecord) {
  const { players: _, guesses, lock, hands, sum, votes, goldCheck, ...columns } = drawing
  return {
    ...columns,
    ...inkColumns(startedAt, drawing),
    ...(sum && { sum: { ...sum } }),
    ...(hands && { hands: hands.map((hand) => ({ ...hand })) }),
    ...(votes && { votes: votes.map((vote) => ({ ...vote })) }),
    ...(goldCheck && { goldCheck: { ...goldCheck } }),
    isSuspect: isSuspect(drawing),
    guesses: packGuesses(guesses),
    answer: finalAnswer(guesses),
    lockAtMs: lock?.atMs ?? null,
    lockGuessIndex: lock?.guessIndex ?? null,
    lockHeldIndex: lock?.heldIndex ?? null,
  }
}

/** [S13] */
function finalAnswer(guesses: DrawingRecord['guesses']): number | null {
  const final = guesses.at(-1)
  return final ? answerOf(final.thousandths) : null
}

function drawerRows(drawingId: string, players: readonly RecordedPlayer[]) {
  return players.map((player, place) => {
    const { id, colour } = player
    return { drawingId, playerId: id, place, name: labelOf(player), colour }
  })
}

function sampleRows(drawingId: string, record: RoundRecord, drawing: DrawingRecord) {
  const sample = selectSample(record, drawing)
  // [F5]
  if (!sample || isSuspect(drawing)) return []
  return [
    {
      drawingId,
      prompt: drawing.prompt,
      ...sample,
      reasons: [...sample.reasons],
      thousandths: [...sample.thousandths],
    },
  ]
}

/** Players are locked by now, and who was erased has no row. */
async function countDrawings(transaction: Sql.TransactionClient, { drawings }: RoundRecord): Promise<void> {
  const drawn = new Map<PlayerId, number>()
  for (const { id } of drawings.flatMap(({ players }) => players)) drawn.set(id, (drawn.get(id) ?? 0) + 1)
  await transaction.$executeRaw`
    update "Player" player set drawings = player.drawings + drawn.count
    from unnest(${[...drawn.keys()]}::uuid[], ${[...drawn.values()]}::int[]) as drawn (id, count)
    where player.id = drawn.id`
}

/** Whether a game was over before this round of it was stored. Until then its samples are held: nobody has looked at it as a whole. */
async function isFinished(transaction: Sql.TransactionClient, gameId: GameId): Promise<boolean> {
  return (await transaction.game.count({ where: { id: gameId, finishedAt: { not: null } } })) > 0
}

/** [F5] Whose result is held, of a game that was over before this round of it was stored. */
async function findHeld(transaction: Sql.TransactionClient, gameId: GameId): Promise<ReadonlySet<PlayerId>> {
  const holds = await transaction.hold.findMany({
    where: { gameId, OR: [{ decision: null }, { decision: 'removed' }] },
    select: { playerId: true },
  })
  return new Set(holds.map(({ playerId }) => playerId))
}

/**
 * [C2] [C13] Whose last answer is a yes that was given before the game began, and to which words; neither banned nor excluded. A pause moves the times of a
 * round, never those of its game. The answers cannot change before the transaction ends: `upsertGameAndPlayers` has locked the players.
 */
async function findConsents(
  transaction: Sql.TransactionClient,
  samples: readonly { contributorId: string }[],
  gameStartedAt: Date,
): Promise<ReadonlyMap<string, number>> {
  const players = await transaction.player.findMany({
    where: {
      id: { in: samples.map(({ contributorId }) => contributorId) },
      hasConsented: true,
      isBanned: false,
      isExcluded: false,
      consentAnsweredAt: { lte: gameStartedAt },
    },
    select: { id: true, consentVersion: true },
  })
  return new Map(players.flatMap(({ id, consentVersion }) => (consentVersion ? [[id, consentVersion]] : [])))
}
