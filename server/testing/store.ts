import { afterAll, afterEach, beforeAll } from 'vitest'
import { readConnection } from '#server/host/postgres/connection-url'
import { migrate } from '#server/host/postgres/migrate'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { createTestPool, openTestDatabase, query } from './database'

/** Gives a test file a migrated database of its own, empty at the start of each test. */
export function testStore(): { readonly prisma: Prisma; readonly url: string } {
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  let prisma: Prisma

  beforeAll(async () => {
    database = await openTestDatabase()
    await migrate(readConnection(database.url))
    prisma = createPrisma(createTestPool(database.url))
  })
  afterEach(() => query(database.url, 'truncate "Player", "Game", "AdminSession" cascade'))
  afterAll(async () => {
    await prisma.$disconnect()
    await database.close()
  })

  return {
    get prisma() {
      return prisma
    },
    get url() {
      return database.url
    },
  }
}
