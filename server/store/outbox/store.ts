import type { GameRecord, RoundRecord } from '#game/records/record'
import { savePlay } from '#server/store/games/save-play'
import type { Prisma } from '#server/store/prisma'
import { batchWrites } from './batch-writes'

/** Where finished play ends up. Both verbs may be repeated without harm, and fail while the database is away. */
export type Store = {
  saveRound(record: RoundRecord): Promise<void>
  saveGame(record: GameRecord): Promise<void>
}

type Write = { readonly round: RoundRecord } | { readonly game: GameRecord }

/** So many drawings are written by one transaction; live rooms have their turn in between (`writeRounds`). */
const mostDrawings = 256

/**
 * What is to be saved at the same moment is saved in one transaction; what has to be in order is to be called in order.
 * @param collectsSamples see COLLECT_SAMPLES in server/config.ts
 */
export function createStore(prisma: Prisma, collectsSamples = true): Store {
  const save = batchWrites<Write>({
    write: (writes) =>
      savePlay(
        prisma,
        {
          rounds: writes.flatMap((each) => ('round' in each ? each.round : [])),
          games: writes.flatMap((each) => ('game' in each ? each.game : [])),
        },
        collectsSamples,
      ),
    sizeOf: (each) => ('round' in each ? each.round.drawings.length : each.game.standings.length),
    mostSize: mostDrawings,
    mostAtOnce: 2,
  })
  return { saveRound: (round) => save({ round }), saveGame: (game) => save({ game }) }
}
