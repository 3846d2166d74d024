import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { readConnection } from '#server/host/postgres/connection-url'
import { openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { DatabasePool, type DatabasePoolOptions } from '#server/host/postgres/pool'

export const silentLog = pino({ level: 'silent' })

/**
 * A new database on a real Postgres that all test files share; the last process stops Postgres. It does not wait for the disk: no test
 * of these cuts its power, and a database that is dropped would wait for a checkpoint, 2 s on a busy machine.
 */
export async function openTestDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const postgres = await openEmbeddedPostgres(path.resolve('.cache/postgres'), silentLog)
  await query(postgres.url, 'alter system set fsync = off')
  await query(postgres.url, 'select pg_reload_conf()')
  const name = `test_${randomBytes(6).toString('hex')}`
  await query(postgres.url, `create database ${name}`)
  const url = new URL(postgres.url)
  url.pathname = name
  return {
    url: url.href,
    async close() {
      await query(postgres.url, `drop database ${name} with (force)`)
      await postgres.close()
    },
  }
}

/** A pool with the options of the server. */
export function createTestPool(url: string, options: Partial<DatabasePoolOptions> = {}): DatabasePool {
  return new DatabasePool(readConnection(url), { size: 10, setsSchema: false, log: silentLog, ...options })
}

/** Runs one statement on a new connection. */
export async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
