import { afterAll, afterEach, beforeAll } from 'vitest'
import type { DrawingRecord, GameHeader, Standing } from '#game/records/record'
import { saveGame } from '#server/store/games/save-game'
import { saveRound } from '#server/store/games/save-round'
import type { Store } from '#server/store/outbox/store'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { createTestPool, openMigratedDatabase } from './database'
import { gameOf, roundOf } from './records'

export type TestStore = Store & {
  readonly prisma: Prisma
  readonly url: string
  /** Stores a whole game: its rounds, one list of drawings each, and how it ended. */
  play(game: GameHeader, rounds: readonly DrawingRecord[][], standings: readonly Standing[]): Promise<void>
}

/**
 * Empties these tables, and all that refer to them. `truncate` gives each table and index a new file, which takes ten times as long for
 * the few rows of a test; without triggers nothing is looked up for each row.
 */
const emptyTables = `
  do $$
  declare emptied regclass;
  begin
    set local session_replication_role = replica;
    for emptied in
      with recursive reached(id) as (
        select unnest(array['"Player"', '"Game"', '"AdminSession"', '"AdminAction"', '"Dataset"', '"SampleTally"', '"ChangedContributor"']::regclass[])
        union
        select conrelid::regclass from pg_constraint join reached on confrelid = id where contype = 'f'
      )
      select id from reached
    loop
      execute format('delete from %s', emptied);
    end loop;
  end $$`

/** Gives a test file a migrated database of its own, empty at the start of each test. */
export function testStore(): TestStore {
  let database: Awaited<ReturnType<typeof openMigratedDatabase>>
  let prisma: Prisma

  beforeAll(async () => {
    database = await openMigratedDatabase()
    prisma = createPrisma(createTestPool(database.url))
  })
  afterEach(() => prisma.$executeRawUnsafe(emptyTables))
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
