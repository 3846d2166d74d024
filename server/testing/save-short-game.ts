import type { RoundRecord } from '#game/records/record'
import { saveGame } from '#server/store/games/save-game'
import { saveRound } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { gameOf, standingOf } from './records'

/** Stores a game of one round that has ended: only then are there samples of it. */
export async function saveShortGame(prisma: Prisma, round: RoundRecord): Promise<void> {
  await saveRound(prisma, round)
  const players = new Map(round.drawings.flatMap((drawing) => drawing.players.map((one) => [one.id, one])))
  await saveGame(
    prisma,
    gameOf(
      round.game,
      [...players.values()].map((player) => standingOf(player, 900)),
    ),
  )
}
