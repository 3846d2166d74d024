import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config'
import type { DataClaim } from '../data-folder/claim'
import { createPrisma, type Prisma } from '../store/prisma'
import { openEmbeddedPostgres } from './embedded'
import { migrate } from './migrate'

export type Database = {
  prisma: Prisma
  /** For those who bring their own pool. Holds the password. */
  url: string
  close(): Promise<void>
}

/**
 * Opens the database that the config names, or the built-in one, and brings it up to date. One that is away is waited
 * for, as long as it takes.
 * @param claim a server's, on the data folder; a tool has none, and uses the built-in database beside a server
 * @throws Error with one line that a person can act on: refused password, no such database, migrations that disagree
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  log: Logger,
  claim?: DataClaim,
): Promise<Database> {
  const embedded = config.databaseUrl ? undefined : await openEmbeddedPostgres(config.dataFolder, log, claim)
  const url = embedded?.url ?? config.databaseUrl ?? ''
  try {
    await waitForDatabase(url, log)
    for (const name of await migrate(url)) log.info(`Applied migration ${name}`)
  } catch (error) {
    await embedded?.close()
    throw error
  }
  const prisma = createPrisma(url, log)
  return {
    prisma,
    url,
    async close() {
      await prisma.$disconnect()
      await embedded?.close()
    },
  }
}

const connectMs = 5_000
const retryMs = 1_000
const remindMs = 15_000

async function waitForDatabase(url: string, log: Logger): Promise<void> {
  const { host } = new URL(url)
  let remindAt = 0
  let isWaiting = false
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: connectMs })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      if (isWaiting) log.info(`The database at ${host} is there`)
      return
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      const isFinal = /^(28|3D)/.test(code ?? '')
      if (isFinal) throw new Error(`The database at ${host} refuses: ${message}. Check DATABASE_URL.`)
      if (Date.now() >= remindAt) {
        log.warn(`Waiting for the database at ${host} (${message || code})`)
        remindAt = Date.now() + remindMs
      }
      isWaiting = true
    } finally {
      await client.end().catch(() => undefined)
    }
    await pause(retryMs)
  }
}
