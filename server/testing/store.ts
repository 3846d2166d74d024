import { afterAll, afterEach, beforeAll } from 'vitest'
import { migrate } from '#server/database/migrate'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { openTestDatabase, query, silentLog } from './database'

/** Gives a test file a migrated database of its own, empty at the start of each test. */
export function testStore(): { readonly prisma: Prisma; readonly url: string } {
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  let prisma: Prisma

  beforeAll(async () => {
    database = await openTestDatabase()
    await migrate(database.url)
    prisma = createPrisma(database.url, silentLog)
  })
  afterEach(() => query(database.url, 'truncate "Player", "Game" cascade'))
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
