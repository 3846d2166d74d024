import { PrismaPg } from '@prisma/adapter-pg'
import type { Logger } from 'pino'
import { PrismaClient } from './generated/client'

export type Prisma = PrismaClient

const poolSize = 10
const connectMs = 5_000

/** A client with a pool of its own; it connects at the first query. End it with `$disconnect()`. */
export function createPrisma(url: string, log: Pick<Logger, 'debug'>): Prisma {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: connectMs,
      application_name: 'digit-dash',
    },
    {
      onPoolError: (error) => log.debug({ err: error }, 'An idle database connection broke'),
      onConnectionError: (error) => log.debug({ err: error }, 'A database connection broke'),
    },
  )
  return new PrismaClient({ adapter })
}
