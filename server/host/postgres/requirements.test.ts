import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConnection } from '#server/host/postgres/connection-url'
import { migrate } from '#server/host/postgres/migrate'
import { requireRights } from '#server/host/postgres/requirements'
import { leaderboard } from '#server/store/boards/leaderboard'
import { openDatabase } from '#server/store/connect'
import { saveGame } from '#server/store/games/save-game'
import { openTestDatabase, query, silentLog } from '#server/testing/database'
import { gameHeader, gameOf, playerNamed, standingOf } from '#server/testing/records'
import { openTcpRelay } from '#server/testing/tcp-relay'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let role: string
/** The same database as a role with no rights of its own. */
let guestUrl: string

beforeEach(async () => {
  database = await openTestDatabase()
  role = `guest_${randomBytes(6).toString('hex')}`
  await query(database.url, `create role ${role} login password 'pw'`)
  const url = new URL(database.url)
  url.username = role
  url.password = 'pw'
  guestUrl = url.href
})

afterEach(async () => {
  await query(database.url, `drop owned by ${role} cascade; drop role ${role}`)
  await database.close()
})

const open = (databaseUrl: string, directDatabaseUrl?: string) =>
  openDatabase({ dataFolder: '', databaseUrl, ...(directDatabaseUrl && { directDatabaseUrl }) }, silentLog)

/** Runs what each refusal says helps, until the start goes through. @returns what was said to help */
async function openByAdvice(databaseUrl: string, directDatabaseUrl?: string): Promise<string[]> {
  const statements: string[] = []
  for (;;) {
    const failure = await open(databaseUrl, directDatabaseUrl).then(
      (opened) => opened.close(),
      (error: Error) => error,
    )
    if (!failure) return statements
    expect(failure.message).not.toContain('\n')
    const statement = /: ((?:GRANT|CREATE) [^.]*)/.exec(failure.message)?.[1]
    if (!statement || statements.includes(statement)) throw failure
    statements.push(statement)
    await query(database.url, statement)
  }
}

test('rights: a role without any is told grant after grant, and each helps', async () => {
  await query(
    database.url,
    `revoke connect on database ${new URL(database.url).pathname.slice(1)} from public`,
  )
  expect(await openByAdvice(guestUrl)).toEqual([
    expect.stringContaining('GRANT CONNECT ON DATABASE'),
    `GRANT USAGE, CREATE ON SCHEMA "public" TO "${role}"`,
  ])
})

test('rights: a schema that the role may not make is made by the statement that it is told', async () => {
  expect(await openByAdvice(`${guestUrl}?schema=dash`)).toEqual([
    `CREATE SCHEMA "dash" AUTHORIZATION "${role}"`,
  ])
})

test('rights: where another role migrates, the one that plays is told what it needs on the tables', async () => {
  expect(await openByAdvice(guestUrl, database.url)).toEqual([
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "public" TO "${role}"`,
  ])
})

test('rights: a role that may play and not migrate starts on a database that is up to date', async () => {
  await openByAdvice(guestUrl, database.url)
  await (await open(guestUrl)).close()
})

test('schema: tables, models and SQL of our own are in the one that the address names', async () => {
  const inDash = await open(`${database.url}?schema=dash`)
  const inPublic = await open(database.url)
  await saveGame(inDash.prisma, gameOf(gameHeader(), [standingOf(playerNamed('Ada'), 900)]))

  const boards = [inDash, inPublic].map(({ prisma }) => leaderboard(prisma, { board: 'race' }))
  expect((await Promise.all(boards)).map(({ rows }) => rows.length)).toEqual([1, 0])
  expect([await inDash.prisma.player.count(), await inPublic.prisma.player.count()]).toEqual([1, 0])
  await Promise.all([inDash.close(), inPublic.close()])
})

test('time zone: a database in another one stores the same moments', async () => {
  const name = new URL(database.url).pathname.slice(1)
  await query(database.url, `alter database ${name} set timezone to 'Asia/Tokyo'`)
  const { prisma, close } = await open(database.url)
  const id = randomUUID()
  const seenAt = new Date('2026-11-28T12:00:00Z')
  await prisma.player.create({ data: { id, name: 'Ada', colour: 0, seenAt } })
  const rows = await query(database.url, `select "seenAt" = '2026-11-28T12:00:00Z' as same from "Player"`)
  expect(rows).toEqual([{ same: true }])
  await close()
})

test('requirements: a database that is read-only, or not in UTF-8, ends the start with what to do', async () => {
  const name = new URL(database.url).pathname.slice(1)
  await query(database.url, `alter database ${name} set default_transaction_read_only to on`)
  await expect(open(database.url)).rejects.toThrow(
    `ALTER DATABASE "${name}" SET default_transaction_read_only = off`,
  )

  const elsewhere = database.url.replace(name, 'postgres')
  await query(elsewhere, `alter database ${name} reset default_transaction_read_only`)

  const latin = new URL(database.url)
  latin.pathname = `${name}_latin`
  await query(elsewhere, `create database ${name}_latin encoding 'LATIN1' locale 'C' template template0`)
  await expect(open(latin.href)).rejects.toThrow("CREATE DATABASE name ENCODING 'UTF8'")
  await query(elsewhere, `drop database ${name}_latin`)
})

test('migrations: a lock that somebody holds is named after a while, with the statement that frees it', async () => {
  const holder = new Client({ connectionString: database.url, application_name: 'a left-over' })
  holder.on('error', () => undefined)
  await holder.connect()
  await holder.query('select pg_advisory_lock(72707369)')
  const failure = await migrate(readConnection(database.url), undefined, 50).catch((error: Error) => error)
  const message = String(failure)
  expect(message).toContain('(a left-over)')
  await query(database.url, /SELECT pg_terminate_backend\(\d+\)/.exec(message)?.[0] ?? 'nothing was advised')
  expect(await migrate(readConnection(database.url))).not.toHaveLength(0)
})

test('start: a role that may have one connection waits until the one before is gone', async () => {
  await query(
    database.url,
    `grant usage, create on schema public to ${role}; alter role ${role} connection limit 1`,
  )
  const before = new Client({ connectionString: guestUrl })
  await before.connect()
  const gone = before.query('select pg_sleep(1)').then(() => before.end())
  expect(await migrate(readConnection(guestUrl))).not.toEqual([])
  await gone

  const again = new Client({ connectionString: guestUrl })
  await again.connect()
  const goneAgain = again.query('select pg_sleep(1)').then(() => again.end())
  await requireRights(readConnection(guestUrl))
  await goneAgain
})

test('start: a database that freezes after it was reached is named, and not waited for without a word', async () => {
  const line = await openTcpRelay(database.url)
  line.freeze()
  const connection = readConnection(line.url)
  const said = `The database at ${connection.label} was there and no`
  await Promise.all([migrate, requireRights].map((open) => expect(open(connection)).rejects.toThrow(said)))
  await line.close()
})
