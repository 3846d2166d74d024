import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

const projectMigrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** The key of Prisma's own command line, so that neither runs beside the other. */
const migrationLock = 72_707_369

/** The database and the migrations on disk tell different stories; `message` says which and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

type Migration = { name: string; sql: string; checksum: string }
type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Brings a database up to date, with Prisma's own table, columns and checksums, so that `prisma migrate` agrees
 * afterwards. Each migration is one transaction; servers that start at once apply it once.
 * @returns the names of the migrations that were applied now
 * @throws MigrationError when a migration was changed after it was applied, was left half-applied, or is unknown here
 */
export async function migrate(url: string, folder: string = projectMigrations): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new Client({ connectionString: url, application_name: 'digit-dash migrations' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(createTable)
    const { rows } = await client.query<Applied>(listApplied)
    const pending = comparePlans(migrations, rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
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

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  await client.query(sql)
  await client.query(recordApplied, [randomUUID(), checksum, name])
  await client.query('commit')
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
  insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  values ($1, $2, $3, clock_timestamp(), 1)`
