import { type GameRecord, labelOf, type Standing } from '#game/records/record'
import { isOnBoard, whatCounts } from '#game/records/what-counts'
import { forgetBoards } from '#server/store/boards/board-cache'
import { keepBests } from '#server/store/boards/board-entries'
import { holdResults } from '#server/store/moderation/hold-results'
import { withoutErased } from '#server/store/players/former-players'
import { areAllErased, upsertGameAndPlayers, withAllowedNames } from '#server/store/players/upsert-players'
import type { Prisma } from '#server/store/prisma'
import { ratePlayers } from '#server/store/ratings/rate-players'
import { awardAchievements } from './award-achievements'
import { transactionLimits } from './save-round'

/**
 * Writes how a game ended, what it counts for, which results are held, what it did to ratings and what was achieved in it, in one
 * transaction.
 * Idempotent: only the first write of a game finds it unfinished.
 */
export async function saveGame(prisma: Prisma, record: GameRecord): Promise<void> {
  const finishedAt = new Date(record.finishedAt)
  const { reason: _, ...counts } = whatCounts(record)
  await prisma.$transaction(async (transaction) => {
    const players = record.standings.map(({ player }) => player)
    const erased = await upsertGameAndPlayers(transaction, record, players, finishedAt)
    if (areAllErased(players, erased)) return
    const { count } = await transaction.game.updateMany({
      where: { id: record.id, finishedAt: null },
      data: { finishedAt, ...counts },
    })
    if (count === 0) return
    const allowed = await withAllowedNames(transaction, players)
    const storable = await withoutErased(transaction, record.id, erased)
    await transaction.result.createMany({
      data: record.standings
        .map((standing) => resultRow(record, { ...standing, player: allowed(standing.player) }))
        .map(storable),
      skipDuplicates: true,
    })
    const held = await holdResults(transaction, record, erased)
    await ratePlayers(transaction, record, held)
    await awardAchievements(transaction, record, new Set([...held, ...erased]))
    await keepBests(transaction, record.id)
  }, transactionLimits)
  forgetBoards()
}

function resultRow(game: GameRecord, { player, ...standing }: Standing) {
  const { score, rank, rounds, locks, lockMs, inkLength, isByKeyboard } = standing
  const { id: playerId, colour } = player
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
    isOnBoard: isOnBoard(whatCounts(game), standing),
  }
}
