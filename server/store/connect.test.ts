import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { openDatabase } from '#server/store/connect'
import { query, silentLog } from '#server/testing/database'

let parent: string
let dataFolder: string
let databaseUrl: string

/** A Postgres that is installed, has been used, and does not run. */
beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'connect-'))
  await chmod(parent, 0o711)
  dataFolder = path.join(parent, 'data')
  const postgres = await openEmbeddedPostgres(dataFolder, silentLog)
  databaseUrl = postgres.url
  await postgres.close()
})

afterAll(() => rm(parent, { recursive: true }))

const isAnswering = () =>
  query(databaseUrl, 'select 1').then(
    () => true,
    () => false,
  )

test('database connection: without DATABASE_URL the built-in database starts, is migrated in one line, and stops with the server', async () => {
  const said: string[] = []
  const database = await openDatabase({ dataFolder }, pino({}, { write: (line) => said.push(line) }))
  expect(said.filter((line) => /migrat/i.test(line))).toEqual([
    expect.stringMatching(/Applied \d+ migrations, up to \d{4}_/),
  ])
  expect(await database.prisma.game.count()).toBe(0)
  await database.close()
  expect(await isAnswering()).toBe(false)
})

test('database connection: with DATABASE_URL that server is used, and keeps running afterwards', async () => {
  const server = await openEmbeddedPostgres(dataFolder, silentLog)
  const database = await openDatabase({ dataFolder, databaseUrl }, silentLog)
  expect(await database.prisma.game.count()).toBe(0)
  await database.close()
  expect(await isAnswering()).toBe(true)
  await server.close()
})

test('database connection: a database that is away at start is waited for, and the log says so without the password', async () => {
  let tellWaiting: (said: string) => void
  const waiting = new Promise<string>((resolve) => {
    tellWaiting = resolve
  })
  const opening = openDatabase({ dataFolder, databaseUrl }, pino({}, { write: (line) => tellWaiting(line) }))
  const said = await waiting
  expect(said).toContain(`Waiting for the database at ${new URL(databaseUrl).host}`)
  expect(said).not.toContain(new URL(databaseUrl).password)

  const server = await openEmbeddedPostgres(dataFolder, silentLog)
  const database = await opening
  expect(await database.prisma.game.count()).toBe(0)
  await database.close()
  await server.close()
})

test.each([
  [
    'a wrong password',
    (url: URL) => (url.password = 'hush-hush'),
    'password authentication failed for user "digit_dash"',
  ],
  ['an unknown database', (url: URL) => (url.pathname = 'nowhere'), 'database "nowhere" does not exist'],
])('%s stops the start at once with one line', async (_, spoil, complaint) => {
  const server = await openEmbeddedPostgres(dataFolder, silentLog)
  const url = new URL(databaseUrl)
  spoil(url)
  const opening = openDatabase({ dataFolder, databaseUrl: url.href }, silentLog)
  await expect(opening).rejects.toThrow(complaint)
  await expect(opening).rejects.toThrow('Check DATABASE_URL.')
  await expect(opening).rejects.not.toThrow('hush-hush')
  await server.close()
})
