import type { GameRecord, RoundRecord } from '#game/records/record'
import { forgetBoards } from '#server/store/boards/board-cache'
import { upsertGamesAndPlayers } from '#server/store/players/upsert-players'
import type { Prisma } from '#server/store/prisma'
import { endGames, standingIn } from './save-game'
import { playedIn, transactionLimits, writeRounds } from './save-round'

export type Play = { readonly rounds: readonly RoundRecord[]; readonly games: readonly GameRecord[] }

/**
 * Writes rounds and ends of several games in one transaction: each statement is one for all of them, and the disk is waited for once. All
 * or nothing, and idempotent.
 * @param collectsSamples whether the server keeps samples at all
 */
export async function savePlay(
  prisma: Prisma,
  { rounds, games }: Play,
  collectsSamples: boolean,
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const played = [...rounds.map(playedIn), ...games.map(standingIn)]
    const erased = await upsertGamesAndPlayers(transaction, played)
    await writeRounds(transaction, rounds, erased, collectsSamples)
    await endGames(transaction, games, erased)
  }, transactionLimits)
  if (games.length > 0) forgetBoards()
}
