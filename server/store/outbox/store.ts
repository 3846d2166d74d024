import type { GameRecord, RoundRecord } from '#game/records/record'
import { saveGame } from '#server/store/games/save-game'
import { saveRound } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'

/** Where finished play ends up. Both verbs may be repeated without harm, and fail while the database is away. */
export type Store = {
  saveRound(record: RoundRecord): Promise<void>
  saveGame(record: GameRecord): Promise<void>
}

/** @param collectsSamples see COLLECT_SAMPLES in server/config.ts */
export function createStore(prisma: Prisma, collectsSamples = true): Store {
  return {
    saveRound: (record) => saveRound(prisma, record, collectsSamples),
    saveGame: (record) => saveGame(prisma, record),
  }
}
