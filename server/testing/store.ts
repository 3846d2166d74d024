import { afterAll, afterEach, beforeAll } from 'vitest'
import type { DrawingRecord, GameHeader, Standing } from '#game/records/record'
import { readConnection } from '#server/host/postgres/connection-url'
import { migrate } from '#server/host/postgres/migrate'
import { saveGame } from '#server/store/games/save-game'
import { saveRound } from '#server/store/games/save-round'
import type { Store } from '#server/store/outbox/store'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { createTestPool, openTestDatabase, query } from './database'
import { gameOf, roundOf } from './records'

export type TestStore = Store & {
  readonly prisma: Prisma
  readonly url: string
  /** Stores a whole game: its rounds, one list of drawings each, and how it ended. */
  play(game: GameHeader, rounds: readonly DrawingRecord[][], standings: readonly Standing[]): Promise<void>
}

/** Gives a test file a migrated database of its own, empty at the start of each test. */
export function testStore(): TestStore {
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  let prisma: Prisma

  beforeAll(async () => {
    database = await openTestDatabase()
    await migrate(readConnection(database.url))
    prisma = createPrisma(createTestPool(database.url))
  })
  afterEach(() =>
    query(
      database.url,
      'truncate "Player", "Game", "AdminSession", "AdminAction", "Dataset", "SampleTally" cascade',
    ),
  )
  afterAll(async () => {
    await prisma.$disconnect()
    await database.close()
  })

  const store: Store = {
    saveRound: (record) => saveRound(prisma, record),
    saveGame: (record) => saveGame(prisma, record),
  }
  return {
    ...store,
    async play(game, rounds, standings) {
      for (const [index, drawings] of rounds.entries()) await store.saveRound(roundOf(game, index, drawings))
      await store.saveGame(gameOf(game, standings))
    },
    get prisma() {
      return prisma
    },
    get url() {
      return database.url
    },
  }
}
