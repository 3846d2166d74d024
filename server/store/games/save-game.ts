import { type GameRecord, labelOf, type Standing } from '#game/records/record'
import { holdResults } from '#server/store/moderation/hold-results'
import { withoutErased } from '#server/store/players/former-players'
import { areAllErased, introduce, withAllowedNames } from '#server/store/players/introduce'
import type { Prisma } from '#server/store/prisma'
import { ratePlayers } from '#server/store/ratings/rate-players'
import { transactionLimits } from './save-round'

/** Writes how a game ended, which results are held, and what it did to ratings, in one transaction. Repeating it changes nothing. */
export async function saveGame(prisma: Prisma, record: GameRecord): Promise<void> {
  const finishedAt = new Date(record.finishedAt)
  await prisma.$transaction(async (transaction) => {
    const players = record.standings.map(({ player }) => player)
    const erased = await introduce(transaction, record, players, finishedAt)
    if (areAllErased(players, erased)) return
    const { count } = await transaction.game.updateMany({
      where: { id: record.id, finishedAt: null },
      data: { finishedAt },
    })
    if (count === 0) return
    const allowed = await withAllowedNames(transaction, players)
    const storable = await withoutErased(transaction, record.id, erased)
    await transaction.result.createMany({
      data: record.standings
        .map((standing) => resultRow(record.id, { ...standing, player: allowed(standing.player) }))
        .map(storable),
      skipDuplicates: true,
    })
    const held = await holdResults(transaction, record, erased)
    await ratePlayers(transaction, record, held)
  }, transactionLimits)
}

function resultRow(gameId: string, { player, ...standing }: Standing) {
  const { score, rank, rounds, locks, lockMs, inkLength, isByKeyboard } = standing
  const { id: playerId, colour } = player
  return {
    gameId,
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
  }
}
