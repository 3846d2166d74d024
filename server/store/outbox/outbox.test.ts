import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readConnection } from '#server/host/postgres/connection-url'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { migrate } from '#server/host/postgres/migrate'
import { type Outbox, openOutbox } from '#server/store/outbox/outbox'
import { createStore } from '#server/store/outbox/store'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { retentionPolicy } from '#server/store/retention/policy'
import { createTestPool, query, silentLog } from '#server/testing/database'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'

/** A Postgres of its own, because these tests stop and kill it. */
let parent: string
let postgres: EmbeddedPostgres
let prisma: Prisma
let folder: string
let outbox: Outbox

/** Other work may have the machine; no test asks how long this takes. */
const patience = { timeout: 60_000 }

const game = gameHeader()
const ada = playerNamed('Ada')
const round = (index: number) => roundOf(game, index, [drawingBy([ada])])

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'outbox-'))
  await chmod(parent, 0o711)
  postgres = await openEmbeddedPostgres(parent, silentLog)
  await migrate(readConnection(postgres.url))
  prisma = createPrisma(createTestPool(postgres.url))
})

beforeEach(async () => {
  folder = path.join(parent, 'outbox')
  await open()
})

afterEach(async () => {
  await outbox.close()
  await rm(folder, { recursive: true, force: true })
  await query(postgres.url, 'truncate "Player", "Game" cascade')
})

afterAll(async () => {
  await prisma.$disconnect()
  await postgres.close()
  await rm(parent, { recursive: true })
})

async function open(): Promise<void> {
  outbox = await openOutbox(folder, createStore(prisma), silentLog)
}

async function startPostgres(): Promise<void> {
  postgres = await openEmbeddedPostgres(parent, silentLog)
}

const waiting = async () => (await readdir(folder)).filter((name) => name.endsWith('.json'))
const savedRounds = async () =>
  (await prisma.round.findMany({ orderBy: { index: 'asc' } })).map(({ index }) => index)

test('outbox: what finishes is in the database soon, and no longer on disk', async () => {
  void outbox.writeRound(round(0))
  void outbox.writeGame(gameOf(game, [standingOf(ada, 900)]))
  await vi.waitFor(async () => expect(await prisma.result.count()).toBe(1), patience)
  expect(await savedRounds()).toEqual([0])
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
})

test('outbox: closing writes what was kept a moment before', async () => {
  for (const index of [0, 1, 2]) void outbox.writeRound(round(index))
  await outbox.close()
  expect(await savedRounds()).toEqual([0, 1, 2])
})

test('outbox: while the database is stopped, rounds wait on disk; a server that starts later writes them', async () => {
  await postgres.close()
  for (const index of [0, 1, 2]) void outbox.writeRound(round(index))
  await outbox.close()
  expect(await waiting()).toHaveLength(3)

  await startPostgres()
  await open()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
  expect(await savedRounds()).toEqual([0, 1, 2])
})

test('outbox: a Postgres that is killed in mid-game loses no round and doubles none', async () => {
  const pid = Number(
    (await readFile(path.join(parent, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0],
  )
  const rounds = Array.from({ length: 40 }, (_, index) => index)
  for (const index of rounds.slice(0, 20)) void outbox.writeRound(round(index))
  await vi.waitFor(async () => expect(await savedRounds()).toContain(0), patience)
  process.kill(pid, 'SIGKILL')
  for (const index of rounds.slice(20)) void outbox.writeRound(round(index))
  await vi.waitFor(async () => expect(await savedRounds()).toEqual(rounds), patience)
})

test('outbox: a round that the database refuses for what it says is dead-lettered and holds nobody up', async () => {
  void outbox.writeRound(roundOf(game, 0, [drawingBy([ada]), drawingBy([ada])]))
  void outbox.writeRound(round(1))
  await outbox.close()
  expect(await savedRounds()).toEqual([1])
  expect(await readdir(folder)).toEqual([`${game.id}-0.json.refused`])
})

test('outbox: a file that holds no record is dead-lettered at the next start', async () => {
  await outbox.close()
  await writeFile(path.join(folder, 'broken.json'), '{"kind":"rou')
  await utimes(path.join(folder, 'broken.json'), new Date(0), new Date(0))
  const { filesBefore } = retentionPolicy({ keepRoundsDays: null, keepGuessesDays: null }, Date.now())
  await open()
  await vi.waitFor(async () => expect(await readdir(folder)).toEqual(['broken.json.refused']), patience)
  // However long it waited, it is kept for a month from now on.
  expect((await stat(path.join(folder, 'broken.json.refused'))).mtime > filesBefore).toBe(true)
})

test('outbox: when the disk takes nothing, rounds are kept in memory until they are written', async () => {
  await rm(folder, { recursive: true })
  void outbox.writeRound(round(0))
  await outbox.close()
  expect(await savedRounds()).toEqual([0])
})
