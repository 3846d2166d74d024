import { randomUUID } from 'node:crypto'
import { editionOf } from '#game/editions'
import { drawingHoldReasons } from '#game/fair-play/drawing-hold-reasons'
import { type DrawingRecord, labelOf, type RecordedPlayer, type RoundRecord } from '#game/record'
import { consentVersion } from '../samples/consent'
import { selectSample } from '../samples/select'
import type { Prisma as Sql } from './generated/client'
import { inkColumns } from './ink-columns'
import { introduce, withAllowedNames } from './introduce'
import { lookForCopies } from './look-for-copies'
import type { Prisma } from './prisma'
import { packGuesses } from './stored-guesses'

/** Long enough for a database that has just come back and is busy. */
export const transactionLimits = { maxWait: 10_000, timeout: 30_000 }

/**
 * Writes a round, its drawings with their guesses, and the samples among them, in one transaction. A round that is there
 * already is left as it is, so that a write whose answer got lost can be repeated.
 */
export async function saveRound(prisma: Prisma, record: RoundRecord): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const players = record.drawings.flatMap((drawing) => drawing.players)
    await introduce(transaction, record.game, players, new Date(record.endedAt))
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
    await transaction.drawer.createMany({
      data: drawings.flatMap(({ id, drawing }) => drawerRows(id, drawing.players.map(allowed))),
    })
    const checked = await lookForCopies(transaction, record.game.id, record.round)
    const copied = new Set(
      checked.flatMap(({ drawingId, earlierGameId }) => (earlierGameId === null ? [] : drawingId)),
    )
    const samples = drawings
      .filter(({ id }) => !copied.has(id))
      .flatMap(({ id, drawing }) => sampleRows(id, record, drawing))
    const consenting = await whoConsents(transaction, samples)
    await transaction.sample.createMany({
      data: samples.filter(({ contributorId }) => consenting.has(contributorId)),
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
  const { players: _, guesses, lock, ...columns } = drawing
  return {
    ...columns,
    ...inkColumns(startedAt, drawing),
    guesses: packGuesses(guesses),
    lockAtMs: lock?.atMs ?? null,
    lockGuessIndex: lock?.guessIndex ?? null,
    lockHeldIndex: lock?.heldIndex ?? null,
  }
}

function drawerRows(drawingId: string, players: readonly RecordedPlayer[]) {
  return players.map((player, place) => {
    const { id, colour, hasConsented } = player
    return { drawingId, playerId: id, place, name: labelOf(player), colour, hasConsented }
  })
}

function sampleRows(drawingId: string, record: RoundRecord, drawing: DrawingRecord) {
  const sample = selectSample(record, drawing)
  // [F5]
  if (!sample || drawingHoldReasons(drawing).length > 0) return []
  return [
    { drawingId, prompt: drawing.prompt, consentVersion, ...sample, thousandths: [...sample.thousandths] },
  ]
}

/** Both the seat and the player's last word must allow it: a seat may not have heard that consent was withdrawn. */
async function whoConsents(
  transaction: Sql.TransactionClient,
  samples: readonly { contributorId: string }[],
): Promise<ReadonlySet<string>> {
  const players = await transaction.player.findMany({
    where: { id: { in: samples.map(({ contributorId }) => contributorId) }, hasConsented: true },
    select: { id: true },
  })
  return new Set(players.map(({ id }) => id))
}
