import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PostgresConnection, readConnection } from '#server/host/postgres/connection-url'
import { MigrationError, migrate } from '#server/host/postgres/migrate'
import { openTestDatabase, query } from '#server/testing/database'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let folder: string
let connection: PostgresConnection

beforeEach(async () => {
  database = await openTestDatabase()
  connection = readConnection(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
  await writeMigration('0001_first', 'create table first (id int primary key);')
})

afterEach(async () => {
  await rm(folder, { recursive: true })
  await database.close()
})

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}

const appliedNames = async () => {
  const sql = 'select migration_name as name from _prisma_migrations order by started_at'
  return (await query<{ name: string }>(database.url, sql)).map(({ name }) => name)
}

test('migrations: three servers that start at once apply each one once', async () => {
  await cp('prisma/migrations', folder, { recursive: true })
  const applied = await Promise.all([1, 2, 3].map(() => migrate(connection, folder)))
  expect(applied.flat().sort()).toEqual(await appliedNames())
})

test('migrations: a later start applies only new ones, in the order of their names', async () => {
  await migrate(connection, folder)
  await writeMigration('0003_third', 'alter table second add column more int;')
  await writeMigration('0002_second', 'create table second (id int);')
  expect(await migrate(connection, folder)).toEqual(['0002_second', '0003_third'])
})

test('migrations: one that fails is rolled back, and can be retried once it is fixed', async () => {
  await writeMigration('0002_second', 'create table second (id int); select nonsense;')
  await expect(migrate(connection, folder)).rejects.toThrow('nonsense')
  expect(await appliedNames()).toEqual(['0001_first'])
  await writeMigration('0002_second', 'create table second (id int);')
  expect(await migrate(connection, folder)).toEqual(['0002_second'])
})

test('migrations: one that was changed after it was applied is refused by name', async () => {
  await migrate(connection, folder)
  await writeMigration('0001_first', 'create table first (id bigint primary key);')
  const refused = migrate(connection, folder)
  await expect(refused).rejects.toThrow(MigrationError)
  await expect(refused).rejects.toThrow('0001_first was changed')
})

test('migrations: one that another tool left half-applied is refused', async () => {
  await migrate(connection, folder)
  await query(database.url, 'update _prisma_migrations set finished_at = null')
  await expect(migrate(connection, folder)).rejects.toThrow('half-applied')
})

test('migrations: a database of a newer version is left alone', async () => {
  await writeMigration('0002_from_the_future', 'create table future (id int);')
  await migrate(connection, folder)
  await rm(path.join(folder, '0002_from_the_future'), { recursive: true })
  await expect(migrate(connection, folder)).rejects.toThrow('newer than this version')
})
