import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBusy } from '#server/host/postgres/connection-error'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { createTestPool, openTestDatabase } from '#server/testing/database'
import type { DatabasePool } from './pool'

let database: Awaited<ReturnType<typeof openTestDatabase>>
const opened: { end(): Promise<void> }[] = []

beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(async () => {
  for (const each of opened.splice(0)) await each.end()
  await database.close()
})

function open(mostMs: number, isDirect = true, size = 2): { pool: DatabasePool; prisma: Prisma } {
  const pool = createTestPool(database.url, { size, fence: { mostMs, isDirect } })
  opened.push(pool)
  return { pool, prisma: createPrisma(pool) }
}

const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: Error) => error,
  )

test.each([true, false])(
  'fence: a statement that takes too long fails as busy, with a pooler between or without (direct: %s)',
  async (isDirect) => {
    const { prisma } = open(1_500, isDirect)
    const failure = await failureOf(prisma.$queryRaw`select pg_sleep(20)::text`)
    expect([isBusy(failure), failure?.message]).toEqual([true, expect.any(String)])
  },
)

test('fence: who waits too long for a connection is told the same', async () => {
  const { pool, prisma } = open(1_500, true, 1)
  const client = await pool.connect()
  const failure = await failureOf(prisma.$queryRaw`select 1`)
  client.release()
  expect([isBusy(failure), failure?.message]).toEqual([true, expect.any(String)])
  expect(await prisma.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
})

test('fence: any other failure is not busy', async () => {
  const { prisma } = open(1_500)
  expect(isBusy(await failureOf(prisma.$queryRaw`select nonsense`))).toBe(false)
})

test('fence: pages have no parallel workers; the game has no limit', async () => {
  const read = async (pool: DatabasePool) =>
    (
      await pool.query(
        `select current_setting('statement_timeout') as timeout, current_setting('max_parallel_workers_per_gather')::int as workers`,
      )
    ).rows[0]
  const game = createTestPool(database.url)
  opened.push(game)
  expect(await read(open(3_000).pool)).toEqual({ timeout: '3s', workers: 0 })
  expect(await read(game)).toMatchObject({ timeout: '0' })
})
