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
  /** Apart from it, for what pages show. It may be the same, where there is too little for two. */
  pagePool: DatabasePool
  close(): Promise<void>
}

/** What pages may take of the connections, and of the time of each. */
const pages = { mostConnections: 4, share: 3, mostMs: 3_000 }

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
    const { pool, pagePool } = await openPools(
      url,
      embedded ? undefined : directDatabaseUrl,
      size,
      log,
      signal,
    )
    const prisma = createPrisma(pool)
    return {
      prisma,
      pool,
      pagePool,
      async close() {
        const isUp = await pool.isUp()
        await prisma.$disconnect()
        await Promise.all([pool.end(), pagePool.end()])
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

async function openPools(
  url: string,
  directUrl: string | undefined,
  size: number,
  log: Logger,
  signal?: AbortSignal,
): Promise<Pick<Database, 'pool' | 'pagePool'>> {
  const connection = await reach(readConnection(url), 'DATABASE_URL', log, signal)
  const direct = directUrl
    ? await reach(readConnection(directUrl), 'DIRECT_DATABASE_URL', log, signal)
    : connection
  // The direct address says how to get in; what is played in is said once.
  const migrating = { ...direct, schema: connection.schema }
  const onProgress = (text: string) => log.info(`Migrating: ${text}`)
  for (const name of await migrate(migrating, undefined, undefined, onProgress))
    log.info(`Applied migration ${name}`)
  const { hasSchema, isPooled } = await requireRights(connection)
  const options = { setsSchema: !hasSchema, log }
  const pageSize = Math.min(pages.mostConnections, Math.floor(size / pages.share))
  const pool = new DatabasePool(connection, { ...options, size: size - pageSize })
  if (pageSize === 0) return { pool, pagePool: pool }
  const fence = { mostMs: pages.mostMs, isDirect: !isPooled }
  return { pool, pagePool: new DatabasePool(connection, { ...options, size: pageSize, fence }) }
}
