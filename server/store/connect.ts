import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Config, defaultDatabasePool } from '#server/config'
import type { DataClaim } from '#server/host/data-folder/claim'
import { type PostgresConnection, readConnection } from '#server/host/postgres/connection-url'
import { openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { migrate } from '#server/host/postgres/migrate'
import { DatabasePool } from '#server/host/postgres/pool'
import { reach } from '#server/host/postgres/reach'
import { requireRights } from '#server/host/postgres/requirements'
import { createPrisma, type Prisma } from './prisma'

/** How another process of this server opens the same database: what the start has found out of it. */
export type DatabaseAddress = {
  readonly url: string
  /** Which of the connection's ways of encryption it takes. */
  readonly tls: number
  readonly setsSchema: boolean
  readonly isPooled: boolean
}

/** At most so many connections. */
export type PoolSizes = { readonly game: number; readonly pages: number }

export type Database = {
  readonly address: DatabaseAddress
  prisma: Prisma
  /** What `prisma` stands on, for who makes a client of their own. */
  pool: DatabasePool
  /** Apart from it, for what pages show. It may be the same, where there is too little for two. */
  pagePool: DatabasePool
  close(): Promise<void>
}

/** Of the connections, those for what somebody changes where pages have a process of their own. */
export const pageConnections = 2
/** What pages may take of the others, and of the time of each. */
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
    const address = await bringUpToDate(url, embedded ? undefined : directDatabaseUrl, log, signal)
    const pageSize = Math.min(pages.mostConnections, Math.floor(size / pages.share))
    const { pool, pagePool } = createPools(address, { game: size - pageSize, pages: pageSize }, log)
    const prisma = createPrisma(pool)
    return {
      address,
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

/**
 * Opens a database that this server has opened in another process.
 * @param address as it was found there
 */
export function joinDatabase(
  address: DatabaseAddress,
  sizes: PoolSizes,
  log: Logger,
): Pick<Database, 'pool' | 'pagePool' | 'close'> {
  const { pool, pagePool } = createPools(address, sizes, log)
  return {
    pool,
    pagePool,
    close: async () => void (await Promise.all([pool.end(), pagePool.end()])),
  }
}

/** What takes no longer, as in a new database, is not told step by step. */
const quietMigrationMs = 10_000

async function bringUpToDate(
  url: string,
  directUrl: string | undefined,
  log: Logger,
  signal?: AbortSignal,
): Promise<DatabaseAddress> {
  const connection = await reach(readConnection(url), 'DATABASE_URL', log, signal)
  const direct = directUrl
    ? await reach(readConnection(directUrl), 'DIRECT_DATABASE_URL', log, signal)
    : connection
  // The direct address says how to get in; what is played in is said once.
  const migrating = { ...direct, schema: connection.schema }
  const began = performance.now()
  const onProgress = (text: string) => {
    if (performance.now() - began > quietMigrationMs) log.info(`Migrating: ${text}`)
  }
  const applied = await migrate(migrating, undefined, undefined, onProgress)
  const last = applied.at(-1)
  if (applied.length > 1) log.info(`Applied ${applied.length} migrations, up to ${last}`)
  else if (last) log.info(`Applied migration ${last}`)
  const { hasSchema, isPooled } = await requireRights(connection)
  const tls = Math.max(0, connection.tls.indexOf(connection.client.ssl ?? false))
  return { url, tls, setsSchema: !hasSchema, isPooled }
}

function createPools(
  { url, tls, setsSchema, isPooled }: DatabaseAddress,
  sizes: PoolSizes,
  log: Logger,
): Pick<Database, 'pool' | 'pagePool'> {
  const known = readConnection(url)
  const connection: PostgresConnection = {
    ...known,
    client: { ...known.client, ssl: known.tls[tls] ?? false },
  }
  const options = { setsSchema, log }
  const pool = new DatabasePool(connection, { ...options, size: sizes.game })
  if (sizes.pages === 0) return { pool, pagePool: pool }
  const fence = { mostMs: pages.mostMs, isDirect: !isPooled }
  return { pool, pagePool: new DatabasePool(connection, { ...options, size: sizes.pages, fence }) }
}
