import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { readConnection } from '#server/host/postgres/connection-url'
import { openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { migrate } from '#server/host/postgres/migrate'
import { DatabasePool, type DatabasePoolOptions } from '#server/host/postgres/pool'

export const silentLog = pino({ level: 'silent' })

type TestDatabase = { url: string; close(): Promise<void> }

/**
 * A new, empty database on a real Postgres that all test files share; the last process stops Postgres. It does not wait for the disk: no
 * test of these cuts its power, and a database that is dropped would wait for a checkpoint, 2 s on a busy machine.
 */
export function openTestDatabase(): Promise<TestDatabase> {
  return openCopy(async () => 'template1')
}

/** The same, migrated: a copy of one that was migrated once, for all test files. */
export function openMigratedDatabase(): Promise<TestDatabase> {
  return openCopy(findMigrated)
}

async function openCopy(findOriginal: (url: string) => Promise<string>): Promise<TestDatabase> {
  const postgres = await openEmbeddedPostgres(path.resolve('.cache/postgres'), silentLog)
  const original = await findOriginal(postgres.url)
  const name = `test_${randomBytes(6).toString('hex')}`
  await onConnection(postgres.url, async (client) => {
    for (const waiting of ['fsync', 'full_page_writes'])
      await client.query(`alter system set ${waiting} = off`)
    await client.query('select pg_reload_conf()')
    await client.query(`create database ${name} template ${original}`)
  })
  return {
    url: onSameServer(postgres.url, name),
    async close() {
      await query(postgres.url, `drop database ${name} with (force)`)
      await postgres.close()
    },
  }
}

const migrations = path.resolve('prisma/migrations')
/** Held by whoever makes the migrated database. */
const migratingLock = 72_707_379

/** @returns the name of the database with the migrations as they are; the first to ask makes it, and others wait */
async function findMigrated(url: string): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of (await readdir(migrations)).toSorted())
    hash.update(folder).update(await readFile(path.join(migrations, folder, 'migration.sql')).catch(() => ''))
  const name = `migrated_${hash.digest('hex').slice(0, 12)}`
  const draft = `${name}_draft`
  await onConnection(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migratingLock])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft}`)
    await migrate(readConnection(onSameServer(url, draft)))
    await client.query(`alter database ${draft} rename to ${name}`)
  })
  return name
}

function onSameServer(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = database
  return other.href
}

/** A pool with the options of the server. */
export function createTestPool(url: string, options: Partial<DatabasePoolOptions> = {}): DatabasePool {
  return new DatabasePool(readConnection(url), { size: 10, setsSchema: false, log: silentLog, ...options })
}

/** Runs one statement on a new connection. */
export function query<Row>(url: string, sql: string): Promise<Row[]> {
  return onConnection(url, async (client) => (await client.query(sql)).rows)
}

async function onConnection<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
