import { randomBytes } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readConnection } from '#server/host/postgres/connection-url'
import { DatabaseAwayError, type DatabasePool } from '#server/host/postgres/pool'
import { reach } from '#server/host/postgres/reach'
import { createTestPool, openTestDatabase, query, silentLog } from '#server/testing/database'
import { openTcpRelay } from '#server/testing/tcp-relay'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let pool: DatabasePool

beforeEach(async () => {
  database = await openTestDatabase()
})

afterEach(async () => {
  await pool.end()
  await database.close()
})

test('pool: where the database allows three connections, twenty queries wait for their turn and none fails', async () => {
  const role = `few_${randomBytes(6).toString('hex')}`
  await query(database.url, `create role ${role} login password 'pw' connection limit 3`)
  const url = new URL(database.url)
  url.username = role
  url.password = 'pw'
  pool = createTestPool(url.href)
  const asked = Array.from({ length: 20 }, (_, index) =>
    pool.query('select $1::int as index, pg_sleep(0.02)', [index]),
  )
  const answers = (await Promise.all(asked)).map(({ rows }) => rows[0].index)
  expect(answers).toEqual(asked.map((_, index) => index))
  expect(await pool.isUp()).toBe(true)
  await pool.end()
  await query(database.url, `drop role ${role}`)
  pool = createTestPool(database.url)
})

test('pool: a query that takes long is not taken for a database that is silent, though it has the only connection', async () => {
  pool = createTestPool(database.url, { size: 1, silenceMs: 1_000 })
  const { rows } = await pool.query("select 'slow' as answer from pg_sleep(2.5)")
  expect(rows).toEqual([{ answer: 'slow' }])
})

test('pool: a silent database fails what waits for it and what comes after, until it answers again', async () => {
  const line = await openTcpRelay(database.url)
  pool = createTestPool(line.url, { silenceMs: 300 })
  await pool.query('create table note (text text)')
  expect(await pool.isUp()).toBe(true)

  const client = await pool.connect()
  await client.query('begin')
  line.freeze()
  await expect(client.query("insert into note values ('lost')")).rejects.toThrow(DatabaseAwayError)
  client.release()
  expect(await pool.isUp()).toBe(false)
  await expect(pool.query('select 1')).rejects.toThrow(DatabaseAwayError)

  line.thaw()
  await expect.poll(() => pool.isUp()).toBe(true)
  await pool.query("insert into note values ('kept')")
  expect((await pool.query('select text from note')).rows).toEqual([{ text: 'kept' }])
  await pool.end()
  await line.close()
  pool = createTestPool(database.url)
})

test('pool: a pending query to a silent database does not hold up its end', async () => {
  const line = await openTcpRelay(database.url)
  pool = createTestPool(line.url, { silenceMs: 300 })
  await pool.query('select 1')
  line.freeze()
  await expect(pool.query('select 1')).rejects.toThrow(DatabaseAwayError)
  // By then it is asked for a sign of life, on a new connection.
  await vi.waitUntil(() => pool.totalCount > 0, { timeout: 60_000 })
  await pool.end()
  expect(pool.totalCount).toBe(0)
  await line.close()
})

test('pool: its end waits for a query that is slow, and does not cut it', async () => {
  pool = createTestPool(database.url, { silenceMs: 1_000 })
  const client = await pool.connect()
  const slow = client.query("select 'slow' as answer from pg_sleep(2)").finally(() => client.release())
  const ended = pool.end()
  expect((await slow).rows).toEqual([{ answer: 'slow' }])
  await ended
})

test('connecting: no startup parameter is sent that a pooler refuses', async () => {
  pool = createTestPool(database.url)
  const said = new Promise<string[]>((resolve) => {
    const sslRequest = 8
    const door = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (bytes) => {
        if (bytes.length === sslRequest) return socket.write('N')
        const words = bytes.subarray(8).toString('utf8').split('\0')
        resolve(words.filter((word, place) => place % 2 === 0 && word))
        socket.destroy()
        door.close()
      })
    })
    door.listen(0, '127.0.0.1', () => {
      const { port } = door.address() as AddressInfo
      const connection = readConnection(`postgresql://kim:pw@127.0.0.1:${port}/dash?schema=other`)
      reach(connection, 'DATABASE_URL', silentLog).catch(() => undefined)
    })
  })
  const allowed = ['user', 'database', 'application_name', 'client_encoding']
  expect((await said).filter((parameter) => !allowed.includes(parameter))).toEqual([])
})
