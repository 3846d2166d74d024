import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Client, type DatabaseError, escapeIdentifier, type QueryConfig } from 'pg'
import type { PostgresConnection } from './connection-url'
import { endClient, isSilence, openClient, stoppedAnswering } from './database-client'
import { requireSchema, requireServer } from './requirements'

const projectMigrations = path.resolve('prisma/migrations')

/** The key of Prisma's own command line, so that neither runs beside the other. */
const migrationLock = 72_707_369

/** Timeout of a query, apart from locks, ms. */
const answerMs = 10_000

/** A migration of big tables has no timeout; node-postgres ignores 0, so 24 days, ms. */
const unhurried = (text: string): QueryConfig & { query_timeout: number } => ({
  text,
  query_timeout: 2 ** 31 - 1,
})

/** The database does not match the migrations on disk; `message` says how, and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

type Migration = { name: string; sql: string; checksum: string }
type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Brings a database up to date, with Prisma's own table, columns and checksums, so that `prisma migrate` agrees
 * afterwards. Each migration is one transaction, and its lock ends with it: servers that start at once apply it once, and
 * a pooler between leaves no lock behind.
 * @param onProgress hears what a long migration says of itself: its notices that begin with `progress: `
 * @returns the names of the migrations that were applied now
 * @throws MigrationError when a migration was changed after it was applied, was left half-applied, or is unknown here, when
 * somebody else holds the lock, and with the GRANT that helps when the role lacks a right
 */
export async function migrate(
  connection: PostgresConnection,
  folder: string = projectMigrations,
  lockTimeoutMs = 30_000,
  onProgress: (text: string) => void = () => {},
): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await openClient(connection, {
    application_name: 'digit-dash migrations',
    query_timeout: lockTimeoutMs + answerMs,
  })
  const applied: string[] = []
  client.on('notice', ({ message = '' }) => {
    const [, text] = /^progress: (.*)$/s.exec(message) ?? []
    if (text !== undefined) onProgress(text)
  })
  const inTransaction = <Result>(work: () => Promise<Result>) =>
    transaction(client, connection.schema, lockTimeoutMs, work)
  try {
    await requireServer(client, connection)
    // A role that may not change tables can still start on a database that is up to date.
    while ((await inTransaction(() => findPending(client, migrations))).length > 0) {
      const name = await inTransaction(() => applyNext(client, connection, migrations))
      if (name) applied.push(name)
    }
    return applied
  } catch (error) {
    if (isSilence(error)) throw new Error(stoppedAnswering(connection), { cause: error })
    throw await explain(client, connection, error as DatabaseError)
  } finally {
    await endClient(client)
  }
}

/** Sets search_path and lock_timeout until the end of the transaction. */
async function transaction<Result>(
  client: Client,
  schema: string,
  lockTimeoutMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('begin')
  try {
    await client.query(
      `set local search_path to ${escapeIdentifier(schema)}; set local lock_timeout = ${lockTimeoutMs}`,
    )
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    // A database that does not answer rolls back when the connection ends.
    if (!isSilence(error)) await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function findPending(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows: tables } = await client.query(`select to_regclass('_prisma_migrations') as oid`)
  if (tables[0].oid === null) return [...migrations]
  return comparePlans(migrations, (await client.query<Applied>(listApplied)).rows)
}

/** @returns undefined if another server has applied it in the meantime */
async function applyNext(
  client: Client,
  connection: PostgresConnection,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock]).catch((error: DatabaseError) => {
    throw error.code === lockNotAvailable ? new HeldLock() : error
  })
  await requireSchema(client, connection)
  await client.query(createTable)
  const [next] = comparePlans(migrations, (await client.query<Applied>(listApplied)).rows)
  if (!next) return undefined
  await client.query(unhurried(next.sql))
  await client.query(recordApplied, [randomUUID(), next.checksum, next.name])
  return next.name
}

class HeldLock extends Error {}
const lockNotAvailable = '55P03'
const insufficientPrivilege = '42501'

/** Replaces errors that a person can fix by a message that says how. */
async function explain(
  client: Client,
  { schema, user }: PostgresConnection,
  error: DatabaseError,
): Promise<Error> {
  if (error instanceof HeldLock) {
    const { rows } = await client.query(findHolder, [migrationLock])
    const held = rows[0] ? `connection ${rows[0].pid} (${rows[0].name})` : 'another connection'
    return new MigrationError(
      `The lock of the migrations is held by ${held}. If that is no server that migrates just now, run: SELECT pg_terminate_backend(${rows[0]?.pid ?? 'pid'})`,
    )
  }
  if (error.code === lockNotAvailable)
    return new MigrationError(
      `A migration waited too long for a table that others use: ${error.message}. Try again.`,
    )
  if (error.code === insufficientPrivilege) {
    const { rows } = await client.query(findOwners, [schema])
    const owner = rows[0]?.owner ?? 'the owner'
    return new MigrationError(
      `The role "${user}" may not migrate: ${error.message}. Name a role that may in DIRECT_DATABASE_URL, or run: GRANT ${escapeIdentifier(owner)} TO ${escapeIdentifier(user)}`,
    )
  }
  return error
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** @returns what is still to be applied */
function comparePlans(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const migration = known.get(name)
    if (!migration)
      throw new MigrationError(
        `The database has migration ${name}, which is newer than this version. Update first.`,
      )
    if (!finished_at)
      throw new MigrationError(
        `Migration ${name} was left half-applied. Repair the database, then run: npx prisma migrate resolve`,
      )
    if (migration.checksum !== checksum)
      throw new MigrationError(
        `Migration ${name} was changed after it was applied. Restore its file and write a new migration instead.`,
      )
    known.delete(name)
  }
  return [...known.values()]
}

const createTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

const listApplied = `
  select migration_name, checksum, finished_at from _prisma_migrations
  where rolled_back_at is null order by started_at`

const recordApplied = `
  insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  values ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`

const findHolder = `
  select pid, coalesce(nullif(application_name, ''), usename, 'unnamed') as name
  from pg_locks left join pg_stat_activity using (pid)
  where locktype = 'advisory' and classid = 0 and objid = $1 and granted and pid <> pg_backend_pid() limit 1`

const findOwners = 'select tableowner as owner from pg_tables where schemaname = $1 limit 1'
