import { createPrisma, type Prisma } from '#server/store/prisma'
import { createTestPool, openTestDatabase } from '#server/testing/database'
import { startFreshServer } from './server'

/** A game whose database stories write to, as time alone would otherwise. */
export type ServerWithPast = {
  readonly url: string
  /** Of the database. */
  readonly database: string
  readonly prisma: Prisma
  close(): Promise<void>
}

/** @param name of the folder that it keeps its data in, emptied first */
export async function startServerWithPast(name: string): Promise<ServerWithPast> {
  const database = await openTestDatabase()
  const server = await startFreshServer(name, { DATABASE_URL: database.url })
  const prisma = createPrisma(createTestPool(database.url))
  return {
    url: server.url,
    database: database.url,
    prisma,
    async close() {
      await prisma.$disconnect()
      await server.stop()
      await database.close()
    },
  }
}
