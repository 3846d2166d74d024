import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Config, defaultDatabasePool } from '#server/config'
import type { DataClaim } from '#server/host/data-folder/claim'
import { readConnection } from '#server/host/postgres/connection-url'
import { openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { migrate } from '#server/host/postgres/migrate'
import { DatabasePool } from '#server/host/postgres/pool'
import { reach } from '#server/host/postgres/reach'
import { requireRights } from '#server/host/postgres/requirements'
import { createPrisma, type Prisma } from './prisma'

export type Database = {
  prisma: Prisma
  /** What `prisma` stands on, for who makes a client of their own. */
  pool: DatabasePool
  close(): Promise<void>
}

/** Longer than this a built-in Postgres that is frozen does not hold up the end, ms. */
const mostClosingMs = 2_000

/**
 * Opens the database that the config names, or the built-in one, and brings it up to date. One that is away is waited
 * for, as long as it takes.
 * @param claim a server's, on the data folder; a tool has none, and uses the built-in database beside a server
 * @param signal ends the waiting
 * @throws Error with one line that a person can act on, when waiting is no use: refused password, no such database, a right
 * that is missing, migrations that disagree
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'directDatabaseUrl' | 'dataFolder'> & { databasePool?: number },
  log: Logger,
  claim?: DataClaim,
  signal?: AbortSignal,
): Promise<Database> {
  const embedded = config.databaseUrl ? undefined : await openEmbeddedPostgres(config.dataFolder, log, claim)
  const url = embedded?.url ?? config.databaseUrl ?? ''
  try {
    const { directDatabaseUrl, databasePool: size = defaultDatabasePool } = config
    const pool = await openPool(url, embedded ? undefined : directDatabaseUrl, size, log, signal)
    const prisma = createPrisma(pool)
    return {
      prisma,
      pool,
      async close() {
        const isUp = await pool.isUp()
        await prisma.$disconnect()
        await pool.end()
        if (isUp) return embedded?.close()
        log.warn('The database does not answer, so it is left as it is')
        await Promise.race([embedded?.close(), pause(mostClosingMs)])
      },
    }
  } catch (error) {
    await embedded?.close()
    throw error
  }
}

async function openPool(
  url: string,
  directUrl: string | undefined,
  size: number,
  log: Logger,
  signal?: AbortSignal,
): Promise<DatabasePool> {
  const connection = await reach(readConnection(url), 'DATABASE_URL', log, signal)
  const direct = directUrl
    ? await reach(readConnection(directUrl), 'DIRECT_DATABASE_URL', log, signal)
    : connection
  // The direct address says how to get in; what is played in is said once.
  const migrating = { ...direct, schema: connection.schema }
  for (const name of await migrate(migrating)) log.info(`Applied migration ${name}`)
  const { hasSchema } = await requireRights(connection)
  return new DatabasePool(connection, { size, setsSchema: !hasSchema, log })
}
