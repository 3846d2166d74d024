import type { GameId, PlayerId } from '#game/protocol/scalars'
import { hasWon } from '#game/records/has-won'
import { type GameRecord, labelOf, type Standing } from '#game/records/record'
import { isOnBoard, whatCounts } from '#game/records/what-counts'
import { forgetBoards } from '#server/store/boards/board-cache'
import { keepBests } from '#server/store/boards/board-entries'
import { insertRows } from '#server/store/insert-rows'
import { holdResults } from '#server/store/moderation/hold-results'
import { withoutErased } from '#server/store/players/former-players'
import {
  areAllErased,
  type Played,
  upsertGamesAndPlayers,
  withAllowedNames,
} from '#server/store/players/upsert-players'
import type { Prisma } from '#server/store/prisma'
import { ratePlayers } from '#server/store/ratings/rate-players'
import type { Prisma as Sql } from '../generated/client'
import { awardAchievements } from './award-achievements'
import { transactionLimits } from './save-round'

/** Writes how one game ended, as `endGames` does, in a transaction of its own. */
export async function saveGame(prisma: Prisma, record: GameRecord): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const erased = await upsertGamesAndPlayers(transaction, [standingIn(record)])
    await endGames(transaction, [record], erased)
  }, transactionLimits)
  forgetBoards()
}

/** For `upsertGamesAndPlayers`. */
export function standingIn(record: GameRecord): Played {
  const players = record.standings.map(({ player }) => player)
  return { game: record, players, seenAt: new Date(record.finishedAt) }
}

/**
 * Writes how games ended, what they count for, which results are held, what they did to ratings and what was achieved in them; the games,
 * their rounds and their players have to be there. Idempotent: only the first write of a game finds it unfinished. `forgetBoards` once it is committed.
 */
export async function endGames(
  transaction: Sql.TransactionClient,
  records: readonly GameRecord[],
  erased: ReadonlySet<PlayerId>,
): Promise<void> {
  const known = records.filter((record) => !areAllErased(standingIn(record).players, erased))
  const ended = known.length > 0 ? await markAsFinished(transaction, known) : []
  if (ended.length === 0) return
  const standings = ended.flatMap((record) => record.standings.map((standing) => ({ record, standing })))
  const allowed = await withAllowedNames(
    transaction,
    standings.map(({ standing }) => standing.player),
  )
  const storable = await withoutErased(transaction, erased)
  await insertRows(
    transaction,
    'Result',
    standings.map(({ record, standing }) =>
      storable(record.id, resultRow(record, { ...standing, player: allowed(standing.player) })),
    ),
    'skip',
  )
  const heldIn = await holdResults(transaction, ended, erased)
  await ratePlayers(transaction, ended, heldIn)
  const isLeftOut = (gameId: GameId, playerId: PlayerId) =>
    erased.has(playerId) || heldIn(gameId).has(playerId)
  await awardAchievements(transaction, ended, isLeftOut)
  await keepBests(transaction, ...ended.map(({ id }) => id))
}

/** @returns those that were not */
async function markAsFinished(
  transaction: Sql.TransactionClient,
  records: readonly GameRecord[],
): Promise<GameRecord[]> {
  const counts = records.map((record) => whatCounts(record))
  const ended = await transaction.$queryRaw<{ id: GameId }[]>`
    update "Game" game set "finishedAt" = ended."finishedAt", board = ended.board,
      "hasDigitBoards" = ended."hasDigitBoards", "isRated" = ended."isRated"
    from unnest(
      ${records.map(({ id }) => id)}::uuid[],
      ${records.map(({ finishedAt }) => new Date(finishedAt).toISOString())}::timestamptz[],
      ${counts.map(({ board }) => board)}::text[], ${counts.map(({ hasDigitBoards }) => hasDigitBoards)}::bool[],
      ${counts.map(({ isRated }) => isRated)}::bool[]
    ) as ended (id, "finishedAt", board, "hasDigitBoards", "isRated")
    where game.id = ended.id and game."finishedAt" is null
    returning game.id`
  return records.filter((record) => ended.some(({ id }) => id === record.id))
}

function resultRow(game: GameRecord, { player, ...standing }: Standing) {
  const { score, rank, rounds, locks, lockMs, inkLength, isByKeyboard } = standing
  const { id: playerId, colour } = player
  const counts = whatCounts(game)
  const isCompared = isOnBoard(counts, standing)
  return {
    gameId: game.id,
    playerId,
    name: labelOf(player),
    colour,
    score,
    rank,
    rounds,
    locks,
    lockMs,
    inkLength,
    isByKeyboard,
    isOnBoard: isCompared,
    finishedAt: new Date(game.finishedAt),
    board: isCompared ? counts.board : null,
    hasWon: hasWon(standing, game.standings),
  }
}
