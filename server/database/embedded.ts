import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'
import { writeDurably } from '../durable-file'
import { freePort, isFree } from '../free-port'
import { keptSecret } from '../kept-secret'
import { findPostgresHome } from './postgres-home'
import {
  initialise,
  PostgresStartError,
  runningPort,
  startPostgres,
  stopPostgres,
  superuser,
} from './postgres-process'

/** The built-in Postgres as one process sees it. */
export type EmbeddedPostgres = {
  url: string
  /** Stops Postgres, unless another process still uses it: the last one out turns off the light. */
  close(): Promise<void>
}

const databaseName = 'digit_dash'
/** Everyone who uses this Postgres holds this advisory lock, shared; whoever gets it alone may stop Postgres. */
const usersLock = 72_707_370
const startingUpMs = 60_000
const invalidPassword = '28P01'

/**
 * Opens the real Postgres that keeps its data under `dataFolder`: joins the one that is running (another process of
 * ours, or one that outlived a killed server), else starts it, else makes it first. When it dies, it is started again.
 * @throws PostgresStartError, Error: one line that a person can act on
 */
export async function openEmbeddedPostgres(dataFolder: string, log: Logger): Promise<EmbeddedPostgres> {
  await mkdir(dataFolder, { recursive: true, mode: 0o711 })
  const home = await findPostgresHome(dataFolder, log)
  const password = await keptSecret(path.join(dataFolder, 'postgres-password'))
  const portNote = path.join(dataFolder, 'postgres-port')
  await initialise(home, password)

  let isClosing = false
  let isPortPromised = false
  let port = Number(await readFile(portNote, 'utf8').catch(() => 0)) || (await freePort())
  let keeper: Client | undefined = await joinOrStart()
  let restarting = Promise.resolve()
  await createDatabase(keeper)
  await writeDurably(portNote, String(port))
  isPortPromised = true

  async function joinOrStart(): Promise<Client> {
    const giveUpAt = Date.now() + startingUpMs
    for (;;) {
      const client = await join((await runningPort(home)) ?? (await start())).catch((error) => {
        if (error.code === invalidPassword) throw new Error(wrongPassword(dataFolder))
        if (Date.now() > giveUpAt) throw error
      })
      if (client) return client
      await pause(100)
    }
  }

  async function join(runningAt: number): Promise<Client> {
    const client = new Client({
      ...{ host: '127.0.0.1', port: runningAt, user: superuser, password, database: 'postgres' },
      ...{ application_name: 'digit-dash', connectionTimeoutMillis: 5_000 },
    })
    client.on('error', (error) => log.debug({ err: error }, 'The connection to the built-in database broke'))
    try {
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [usersLock])
    } catch (error) {
      client.end().catch(() => undefined)
      throw error
    }
    port = runningAt
    client.on('end', () => {
      keeper = undefined
      restarting = restart()
    })
    return client
  }

  async function start(): Promise<number> {
    if (!isPortPromised && !(await isFree(port))) port = await freePort()
    await startPostgres(home, port).catch((error: Error) => {
      // Somebody else was faster: their postmaster is ours too. Or a killed one has not let go of its memory yet.
      const isRival =
        error instanceof PostgresStartError && /postmaster\.pid|shared memory/.test(error.message)
      if (!isRival) throw error
    })
    return port
  }

  async function restart(): Promise<void> {
    if (!isClosing) log.warn('The built-in database stopped; starting it again')
    while (!isClosing && !keeper) {
      try {
        keeper = await joinOrStart()
        log.info('The built-in database is back')
      } catch (error) {
        log.error({ err: error }, 'The built-in database does not start')
        await pause(1_000)
      }
    }
  }

  return {
    url: `postgresql://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`,
    async close() {
      isClosing = true
      await restarting
      const client = keeper
      if (!client) return
      await client.query('select pg_advisory_unlock_shared($1)', [usersLock])
      const { rows } = await client.query('select pg_try_advisory_lock($1) as "isLast"', [usersLock])
      if (rows[0].isLast) await stopPostgres(home)
      await client.end()
    },
  }
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
  if (rowCount) return
  await client.query(`create database ${databaseName}`).catch((error: { code?: string }) => {
    const duplicateDatabase = '42P04'
    const uniqueViolation = '23505'
    if (error.code !== duplicateDatabase && error.code !== uniqueViolation) throw error
  })
}

const wrongPassword = (dataFolder: string) =>
  `The built-in database does not accept the password in ${path.join(dataFolder, 'postgres-password')}. ` +
  'Put the old file back, or move the data folder away to begin anew.'
