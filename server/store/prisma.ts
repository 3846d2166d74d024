import { PrismaPg } from '@prisma/adapter-pg'
import type { DatabasePool } from '#server/host/postgres/pool'
import { PrismaClient } from './generated/client'

export type Prisma = PrismaClient

/** A client on a pool, which ends with its `$disconnect()`. */
export function createPrisma(pool: DatabasePool): Prisma {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { schema: pool.connection.schema, disposeExternalPool: true }),
  })
}
