import { randomUUID } from 'node:crypto'
import { openDatabase } from '#server/store/connect'
import { saveGame } from '#server/store/games/save-game'
import { saveRound } from '#server/store/games/save-round'
import { silentLog } from '#server/testing/database'
import { dataFolder } from '../server'
import { recordsOf, type Scene } from './views'

/** As many as games usually have. */
const rounds = 3
/** Long enough ago to be on no board that other stories look at. */
const agoMs = 40 * 24 * 3600 * 1000

/**
 * Stores a game that the real rules have played, as a server does when it is over.
 * @returns its id
 */
export async function storeGame(scene: Pick<Scene, 'players' | 'names' | 'mode'>): Promise<string> {
  const played = recordsOf({ ...scene, isTimed: true }, rounds)
  const id = randomUUID()
  const later = Date.now() - agoMs
  const database = await openDatabase({ dataFolder }, silentLog)
  try {
    for (const { game, ...round } of played.rounds) {
      const { startedAt, endedAt } = round
      await saveRound(database.prisma, {
        ...round,
        game: { ...game, id, startedAt: game.startedAt + later },
        startedAt: startedAt + later,
        endedAt: endedAt + later,
      })
    }
    for (const game of played.games) {
      const { startedAt, finishedAt } = game
      await saveGame(database.prisma, {
        ...game,
        id,
        startedAt: startedAt + later,
        finishedAt: finishedAt + later,
      })
    }
  } finally {
    await database.close()
  }
  return id
}
