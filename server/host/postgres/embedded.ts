import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import getPort, { clearLockedPorts } from 'get-port'
import { Client } from 'pg'
import type { Logger } from 'pino'
import { claimDataFolder, type DataClaim } from '#server/host/data-folder/claim'
import { FolderInUseError } from '#server/host/data-folder/folder-in-use'
import { isVisible } from '#server/host/data-folder/machine'
import { writeDurably } from '#server/host/durable-file'
import { persistedSecret } from '#server/host/secrets'
import { findPostgresHome } from './postgres-home'
import { lockPostgres } from './postgres-lock'
import {
  exists,
  initialise,
  PostgresStartError,
  startPostgres,
  stopCommand,
  stopPostgres,
  superuser,
} from './postgres-process'
import { holdUserLock, isLastUser, stopWhenUnused } from './postgres-users'
import { type Postmaster, visiblePostmaster } from './postmaster-note'

/** A handle on the built-in Postgres, which several processes may share. */
export type EmbeddedPostgres = {
  url: string
  /** Stops Postgres, unless another process still uses it. */
  close(): Promise<void>
}

const databaseName = 'digit_dash'
/** How long another process may take to create or start Postgres, ms; tests replace it. */
const patience = { startingUpMs: 60_000 }
/** A postmaster that refuses connections for so long is dead, or its pid belongs to another process, ms. */
const refusingMs = 5_000
const invalidPassword = '28P01'

/**
 * Opens the Postgres with its data under `dataFolder`: joins a running one, else starts it, and creates the cluster if need be. If it
 * dies, it is restarted. Only the holder of the claim on the data folder creates or starts one.
 * @param given the claim of a server. A tool has none: it joins the holder, or takes the claim if it is free
 * @throws FolderInUseError if the holder cannot be joined, PostgresStartError, Error: one line that a person can act on
 */
export async function openEmbeddedPostgres(
  dataFolder: string,
  log: Logger,
  given?: DataClaim,
  { startingUpMs } = patience,
): Promise<EmbeddedPostgres> {
  let claim = given
  let postmaster: Postmaster | undefined
  let keptOpen: Client | undefined
  let restarting = Promise.resolve()
  let isClosing = false
  given?.whenLost(killPostgres)

  async function hasClaim(): Promise<boolean> {
    if (claim) return true
    claim = await claimDataFolder(dataFolder, log).catch(ignoreReachable)
    claim?.whenLost(killPostgres)
    return claim !== undefined
  }

  /** By SIGKILL: an orderly stop would write to a folder that belongs to another machine now. */
  function killPostgres(): void {
    try {
      if (postmaster) process.kill(postmaster.pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }

  const passwordFile = path.join(dataFolder, 'postgres-password')
  const portNote = path.join(dataFolder, 'postgres-port')
  const giveUpAt = Date.now() + startingUpMs
  // The holder of the claim is creating these, unless it uses an external database.
  while (!(await hasClaim()) && !(await exists(passwordFile))) {
    if (Date.now() > giveUpAt) throw new Error(databaseElsewhere(dataFolder))
    await pause(100)
  }

  const { home, password } = await prepare().catch(async (error) => {
    if (!given) await claim?.release()
    throw error
  })
  let port = await readPort(portNote)
  let isPortPromised = false
  try {
    keptOpen = await joinOrStart()
    await createDatabase(keptOpen)
    if (claim) await writeDurably(portNote, String(port))
    isPortPromised = true
  } catch (error) {
    await close().catch((error) => log.debug({ err: error }, 'Postgres did not stop in order'))
    throw error
  }

  async function prepare() {
    return { home: await findPostgresHome(dataFolder, log), password: await persistedSecret(passwordFile) }
  }

  async function joinOrStart(): Promise<Client> {
    const giveUpAt = Date.now() + startingUpMs
    let refusedSince: number | undefined
    for (;;) {
      postmaster = await visiblePostmaster(home)
      const isRefusing = refusedSince !== undefined && Date.now() - refusedSince > refusingMs
      if ((!postmaster || isRefusing) && (await hasClaim())) {
        refusedSince = undefined
        await start()
        postmaster = await visiblePostmaster(home)
      }
      const client = await join(postmaster).catch((error) => {
        if (error.code === invalidPassword) throw new Error(wrongPassword(dataFolder))
        if (Date.now() > giveUpAt)
          throw postmaster || claim ? error : new Error(databaseElsewhere(dataFolder))
        refusedSince = error.code === 'ECONNREFUSED' ? (refusedSince ?? Date.now()) : undefined
      })
      if (client) return client
      await pause(100)
    }
  }

  async function join(running: Postmaster | undefined): Promise<Client> {
    if (!running?.port) throw new PostgresStartError(`No Postgres was started in ${home.folder}`)
    const connection = {
      ...{ host: '127.0.0.1', port: running.port, user: superuser, password, database: 'postgres' },
      ...{ application_name: 'digit-dash', connectionTimeoutMillis: 5_000 },
    }
    const client = new Client(connection)
    client.on('error', (error) => log.debug({ err: error }, 'The connection to the built-in database broke'))
    try {
      await client.connect()
      await holdUserLock(client)
      await stopWhenUnused(connection, stopCommand(home, running.pid))
    } catch (error) {
      client.end().catch(() => undefined)
      throw error
    }
    port = running.port
    client.on('end', () => {
      keptOpen = undefined
      restarting = restart()
    })
    return client
  }

  async function start(): Promise<void> {
    const lock = await lockPostgres(dataFolder, home, log)
    try {
      await initialise(home, password)
      if (!isPortPromised) {
        // The port that this process had a moment ago is the one that its connections know.
        clearLockedPorts()
        port = await getPort({ host: '127.0.0.1', port })
      }
      await startPostgres(home, port, lock?.fd)
    } catch (error) {
      // The shared memory of a killed one is not released yet.
      const isPassing = error instanceof PostgresStartError && /shared memory/.test(error.message)
      if (!isPassing) throw error
    } finally {
      await lock?.release()
    }
  }

  async function restart(): Promise<void> {
    if (!isClosing) log.warn('The built-in database stopped; starting it again')
    while (!isClosing && !keptOpen) {
      try {
        keptOpen = await joinOrStart()
        log.info('The built-in database is back')
      } catch (error) {
        log.error({ err: error }, 'The built-in database does not start')
        await pause(1_000)
      }
    }
  }

  async function close(): Promise<void> {
    isClosing = true
    await restarting
    try {
      const client = keptOpen
      if (!client && claim && (await visiblePostmaster(home))) await stopPostgres(home)
      if (client && (await isLastUser(client))) await stopPostgres(home)
      await client?.end()
    } finally {
      if (!given) await claim?.release()
    }
  }

  return {
    url: `postgresql://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`,
    close,
  }
}

/** @returns 0 (any port) if none is stored */
async function readPort(note: string): Promise<number> {
  const port = Number(await readFile(note, 'utf8').catch(() => 0))
  return port > 0 && port < 65_536 ? port : 0
}

/** @throws unless the holder runs where its Postgres can be joined */
function ignoreReachable(error: Error): undefined {
  const isReachable = error instanceof FolderInUseError && (!error.holder || isVisible(error.holder))
  if (!isReachable) throw error
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

const databaseElsewhere = (dataFolder: string) =>
  `${dataFolder} is in use by a server that has no built-in database running. ` +
  'Set DATABASE_URL as that server does, or stop it first.'

const wrongPassword = (dataFolder: string) =>
  `The built-in database does not accept the password in ${path.join(dataFolder, 'postgres-password')}. ` +
  'Put the old file back, or move the data folder away to begin anew.'
