import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readConnection } from '#server/host/postgres/connection-url'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { reach } from '#server/host/postgres/reach'
import { query, silentLog } from '#server/testing/database'

/** Self-signed, for the name db.test, which no test uses. It guards nothing. */
const certificate = path.resolve('server/testing/tls/server.crt')
const key = path.resolve('server/testing/tls/server.key')

let parent: string
let postgres: EmbeddedPostgres

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'tls-'))
  await chmod(parent, 0o711)
  postgres = await openEmbeddedPostgres(path.join(parent, 'data'), silentLog)
})

afterAll(async () => {
  await postgres.close()
  await rm(parent, { recursive: true })
})

/** @returns whether the connection is encrypted */
async function isEncrypted(parameters: string): Promise<boolean> {
  const { client } = await reach(readConnection(`${postgres.url}?${parameters}`), 'DATABASE_URL', silentLog)
  const session = new Client(client)
  await session.connect()
  const { rows } = await session.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()')
  await session.end()
  return rows[0].ssl
}

describe('TLS: a server without it', () => {
  test('sslmode=require: the start ends and says what to turn on', async () => {
    await expect(isEncrypted('sslmode=require')).rejects.toThrow(
      'does not support SSL connections. The address',
    )
  })

  test.each(['', 'sslmode=disable', 'sslmode=allow', 'sslmode=prefer'])(
    '"%s": gets in',
    async (parameters) => {
      expect(await isEncrypted(parameters)).toBe(false)
    },
  )
})

describe('TLS: a server with a self-signed certificate', () => {
  beforeAll(async () => {
    await writeAsPostgres('server.crt', certificate)
    await writeAsPostgres('server.key', key)
    await query(postgres.url, 'alter system set ssl to on')
    await query(postgres.url, 'select pg_reload_conf()')
    await vi.waitUntil(async () => {
      const [shown] = await query<{ ssl: string }>(postgres.url, 'show ssl')
      return shown?.ssl === 'on'
    }, 60_000)
  })

  test.each([
    ['', true],
    ['sslmode=disable', false],
    ['sslmode=allow', false],
    ['sslmode=prefer', true],
    ['sslmode=require', true],
    [`sslmode=require&sslrootcert=${certificate}`, true],
    [`sslmode=verify-ca&sslrootcert=${certificate}`, true],
  ])('"%s": encrypted: %s', async (parameters, expected) => {
    expect(await isEncrypted(parameters)).toBe(expected)
  })

  test.each([
    ['sslmode=verify-full', 'self-signed certificate'],
    [`sslmode=verify-full&sslrootcert=${certificate}`, 'the name that the certificate bears'],
  ])('"%s": the start ends', async (parameters, complaint) => {
    await expect(isEncrypted(parameters)).rejects.toThrow(complaint)
  })
})

/** Its data belong to another user where tests run as root; a key has to be readable by that one alone. */
async function writeAsPostgres(name: string, source: string): Promise<void> {
  const lines = (await readFile(source, 'utf8')).trim().split('\n')
  await query(
    postgres.url,
    `copy (select unnest(array['${lines.join("','")}'])) to program 'umask 077; cat > ${name}'`,
  )
}
