import type { GameRecord, RecordedPlayer, RoundRecord } from '#game/record'
import type { Prisma } from './prisma'
import { saveGame } from './save-game'
import { savePlayer } from './save-player'
import { saveRound } from './save-round'

/** What a room needs of the database. Every verb may be repeated without harm. */
export interface Store {
  savePlayer(player: RecordedPlayer, seenAt: Date): Promise<void>
  saveRound(record: RoundRecord): Promise<void>
  saveGame(record: GameRecord): Promise<void>
}

export function createStore(prisma: Prisma): Store {
  return {
    savePlayer: (player, seenAt) => savePlayer(prisma, player, seenAt),
    saveRound: (record) => saveRound(prisma, record),
    saveGame: (record) => saveGame(prisma, record),
  }
}
