import { randomUUID } from 'node:crypto'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { editionOf } from '#game/drawing/editions'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import {
  type DrawingRecord,
  type GameHeader,
  labelOf,
  type RecordedPlayer,
  type RoundRecord,
} from '#game/records/record'
import { answerOf } from '#game/scoring/answer'
import { keepBests } from '#server/store/boards/board-entries'
import { insertMissing, insertRows } from '#server/store/insert-rows'
import { markCopies } from '#server/store/moderation/mark-copies'
import { withoutErased } from '#server/store/players/former-players'
import {
  areAllErased,
  type Played,
  upsertGamesAndPlayers,
  withAllowedNames,
} from '#server/store/players/upsert-players'
import type { Prisma } from '#server/store/prisma'
import { markContributors } from '#server/store/samples/contributor-tally'
import { countVotes } from '#server/store/samples/count-votes'
import { tallySamples } from '#server/store/samples/sample-tally'
import { selectSample } from '#server/store/samples/select'
import type { Prisma as Sql } from '../generated/client'
import { inkColumns, isSuspect } from './ink-columns'
import { packGuesses } from './stored-guesses'

/** Long enough for a database that has just come back and is busy. */
export const transactionLimits = { maxWait: 10_000, timeout: 30_000 }
const drawingsPerTurn = 8

/** Writes one round, as `writeRounds` does, in a transaction of its own. */
export async function saveRound(prisma: Prisma, record: RoundRecord, collectsSamples = true): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const erased = await upsertGamesAndPlayers(transaction, [playedIn(record)])
    await writeRounds(transaction, [record], erased, collectsSamples)
  }, transactionLimits)
}

/** For `upsertGamesAndPlayers`. */
export function playedIn({ game, drawings, endedAt }: RoundRecord): Played {
  return { game, players: drawings.flatMap(({ players }) => players), seenAt: new Date(endedAt) }
}

/**
 * Writes rounds, their drawings with their guesses, and the samples among them; their games and players have to be there. Idempotent: a
 * round that is there already is left as it is, so that a write whose answer got lost can be retried. Of who was erased meanwhile only the
 * drawing is kept, and not even that where nobody else drew.
 * @param collectsSamples whether the server keeps samples at all
 */
export async function writeRounds(
  transaction: Sql.TransactionClient,
  records: readonly RoundRecord[],
  erased: ReadonlySet<PlayerId>,
  collectsSamples: boolean,
): Promise<void> {
  const rounds = await insertRounds(
    transaction,
    records.filter((record) => !areAllErased(playedIn(record).players, erased)),
  )
  if (rounds.length === 0) return
  const drawings = await rowsOf(rounds)
  await insertRows(
    transaction,
    'Drawing',
    drawings.map(({ row }) => row),
  )
  const allowed = await withAllowedNames(
    transaction,
    drawings.flatMap(({ drawing }) => drawing.players),
  )
  const storable = await withoutErased(transaction, erased)
  await insertRows(
    transaction,
    'Drawer',
    drawings.flatMap((stored) =>
      drawerRows(stored.id, stored.drawing.players.map(allowed)).map((drawer) =>
        storable(stored.record.game.id, { ...drawer, ...figuresOf(stored) }),
      ),
    ),
  )
  await countDrawings(transaction, drawings)
  const copies = await markCopies(
    transaction,
    rounds.map(({ id }) => id),
  )
  const late = await findFinished(transaction, rounds)
  await keepBests(transaction, ...late)
  if (!collectsSamples) return
  const originals = drawings.filter(({ id }) => !copies.has(id))
  const held = await findHeld(transaction, late)
  const save = (some: readonly StoredDrawing[]) => saveSamples(transaction, some, late, held)
  await save(originals.filter(({ drawing }) => !drawing.votes))
  // One after the other: how many votes of a voter count depends on the samples of the rounds before.
  for (const { record } of rounds)
    await save(originals.filter((each) => each.record === record && each.drawing.votes))
}

type StoredRound = { readonly id: string; readonly record: RoundRecord }
type StoredDrawing = {
  readonly id: string
  readonly record: RoundRecord
  readonly drawing: DrawingRecord
  readonly row: ReturnType<typeof drawingRow>
}

/** @returns those that were not there */
async function insertRounds(
  transaction: Sql.TransactionClient,
  records: readonly RoundRecord[],
): Promise<StoredRound[]> {
  const rounds = records.map((record) => ({ id: randomUUID(), record }))
  // Always in the same order: two transactions with the same rounds could deadlock otherwise.
  const rows = rounds.map(({ id, record }) => roundRow(id, record))
  rows.sort((one, other) =>
    one.gameId === other.gameId ? one.index - other.index : one.gameId < other.gameId ? -1 : 1,
  )
  const ids = await insertMissing(transaction, 'Round', rows)
  return rounds.filter(({ id }) => ids.has(id))
}

/** Ink is read for each; live rooms have their turn in between. */
async function rowsOf(rounds: readonly StoredRound[]): Promise<StoredDrawing[]> {
  const stored: StoredDrawing[] = []
  for (const { id: roundId, record } of rounds)
    for (const drawing of record.drawings) {
      const id = randomUUID()
      stored.push({ id, record, drawing, row: drawingRow({ id, roundId }, record, drawing) })
      if (stored.length % drawingsPerTurn === 0) await yieldToOthers()
    }
  return stored
}

async function saveSamples(
  transaction: Sql.TransactionClient,
  drawings: readonly StoredDrawing[],
  late: readonly GameId[],
  held: readonly { readonly gameId: GameId; readonly playerId: PlayerId }[],
): Promise<void> {
  const [voted] = drawings.filter(({ drawing }) => drawing.votes)
  const votesOn = voted ? await countVotes(transaction, voted.record) : () => []
  const samples = drawings.flatMap((stored) =>
    sampleRows(stored).map((sample) => ({
      ...{ game: stored.record.game, ...sample },
      votes: votesOn(stored.drawing),
    })),
  )
  if (samples.length === 0) return
  const consents = await findConsents(transaction, samples)
  const isHeld = ({ id }: GameHeader, player: PlayerId) =>
    !late.includes(id) || held.some(({ gameId, playerId }) => gameId === id && playerId === player)
  const rows = samples.flatMap(({ game, ...sample }) => {
    const { contributorId } = sample
    const consent = consents.get(contributorId)
    if (!consent || consent.answeredAt > new Date(game.startedAt)) return []
    const { version: consentVersion } = consent
    return [{ ...sample, id: randomUUID(), consentVersion, isHeld: isHeld(game, contributorId) }]
  })
  if (rows.length === 0) return
  await insertRows(transaction, 'Sample', rows)
  await markContributors(
    transaction,
    rows.map(({ contributorId }) => contributorId),
  )
  await tallySamples(
    transaction,
    rows.filter((row) => !row.isHeld).map(({ id }) => id),
  )
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

function drawingRow(
  ids: { readonly id: string; readonly roundId: string },
  { startedAt }: RoundRecord,
  drawing: DrawingRecord,
) {
  const { players: _, guesses, lock, hands, sum, votes, goldCheck, ...columns } = drawing
  return {
    ...ids,
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

/** When it was asked for, and what a profile's figures are made of, unless the drawing does not say how its player draws. */
function figuresOf({ record: { game, startedAt }, drawing, row }: StoredDrawing) {
  const promptedAt = new Date(startedAt + drawing.promptAtMs)
  const isShared = game.settings.mode === 'relay' || game.settings.mode === 'fool'
  if (isShared || drawing.pointCount === 0 || drawing.sum) return { promptedAt }
  return {
    promptedAt,
    gameId: game.id,
    ...(game.day !== null && { day: new Date(game.day) }),
    prompt: drawing.prompt,
    lockAtMs: row.lockAtMs,
    isClean: drawing.wrongLocks === 0 && !row.isSuspect,
    answer: row.answer,
  }
}

function sampleRows({ id: drawingId, record, drawing, row }: StoredDrawing) {
  const sample = selectSample(record, drawing)
  // [F5]
  if (!sample || row.isSuspect) return []
  return [
    {
      drawingId,
      prompt: drawing.prompt,
      judgeVersion: record.game.judge.version,
      ...sample,
      reasons: [...sample.reasons],
      thousandths: [...sample.thousandths],
    },
  ]
}

/** Players are locked by now, and who was erased has no row. */
async function countDrawings(
  transaction: Sql.TransactionClient,
  drawings: readonly StoredDrawing[],
): Promise<void> {
  const drawn = new Map<PlayerId, number>()
  for (const { id } of drawings.flatMap(({ drawing }) => drawing.players))
    drawn.set(id, (drawn.get(id) ?? 0) + 1)
  await transaction.$executeRaw`
    update "Player" player set drawings = player.drawings + drawn.count
    from unnest(${[...drawn.keys()]}::uuid[], ${[...drawn.values()]}::int[]) as drawn (id, count)
    where player.id = drawn.id`
}

/** Which games were over before these rounds of them were stored. Until then samples are held: nobody has looked at the game as a whole. */
async function findFinished(
  transaction: Sql.TransactionClient,
  rounds: readonly StoredRound[],
): Promise<GameId[]> {
  const finished = await transaction.$queryRaw<{ id: GameId }[]>`
    select id from "Game"
    where id = any(${rounds.map(({ record }) => record.game.id)}::uuid[]) and "finishedAt" is not null`
  return finished.map(({ id }) => id)
}

/** [F5] Whose result is held, of games that were over before these rounds of them were stored. */
async function findHeld(transaction: Sql.TransactionClient, gameIds: readonly GameId[]) {
  if (gameIds.length === 0) return []
  return transaction.hold.findMany({
    where: { gameId: { in: [...gameIds] }, OR: [{ decision: null }, { decision: 'removed' }] },
    select: { gameId: true, playerId: true },
  })
}

/**
 * [C2] [C13] Whose last answer is a yes, when it was given, and to which words; neither banned nor excluded. It counts for games that began
 * later: a pause moves the times of a round, never those of its game. The answers cannot change before the transaction ends:
 * `upsertGamesAndPlayers` has locked the players.
 */
async function findConsents(
  transaction: Sql.TransactionClient,
  samples: readonly { contributorId: string }[],
): Promise<ReadonlyMap<string, { readonly version: number; readonly answeredAt: Date }>> {
  const players = await transaction.$queryRaw<{ id: string; version: number; answeredAt: Date }[]>`
    select id, "consentVersion" as version, "consentAnsweredAt" as "answeredAt" from "Player"
    where id = any(${samples.map(({ contributorId }) => contributorId)}::uuid[])
      and "hasConsented" and not "isBanned" and not "isExcluded"`
  return new Map(players.map(({ id, ...consent }) => [id, consent]))
}
