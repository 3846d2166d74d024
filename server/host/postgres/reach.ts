import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { explainFailure, isAboutEncryption } from './connection-error'
import type { Connection } from './connection-url'
import { endClient } from './database-client'

const connectMs = 5_000
const retryMs = 1_000
const remindMs = 15_000
/** A container's name is unknown until it runs; a mistyped one stays so. */
const unknownNameMs = 60_000

/**
 * Waits until a database lets us in, with one line every 15 s that says what for.
 * @param variable the setting that names it
 * @param signal ends the waiting
 * @returns the same with the first of its ways of encryption that the server takes
 * @throws Error with one line that a person can act on, when waiting is no use
 */
export async function reach(
  connection: Connection,
  variable: string,
  log: Logger,
  signal?: AbortSignal,
): Promise<Connection> {
  const { label } = connection
  const beganAt = Date.now()
  let remindAt = 0
  for (;;) {
    try {
      const reached = await tryEncryptions(connection)
      if (remindAt > 0) log.info(`The database at ${label} is there`)
      return reached
    } catch (error) {
      const { isFinal, text } = explainFailure(error, connection)
      const isUnknown = (error as { code?: string }).code === 'ENOTFOUND'
      if (isUnknown && Date.now() - beganAt > unknownNameMs)
        throw new Error(`No host has the name of the database at ${label} (${text}). Check ${variable}.`)
      if (isFinal) throw new Error(`The database at ${label} refuses: ${text}. Check ${variable}.`)
      if (Date.now() >= remindAt) {
        log.warn(`Waiting for the database at ${label} (${text})`)
        remindAt = Date.now() + remindMs
      }
    }
    await pause(retryMs, undefined, { signal })
  }
}

async function tryEncryptions(connection: Connection): Promise<Connection> {
  const [first = false, ...others] = connection.tls
  for (const [index, ssl] of [first, ...others].entries()) {
    const client = { ...connection.client, ssl }
    try {
      await connectOnce(client)
      return { ...connection, client }
    } catch (error) {
      if (index === others.length || !isAboutEncryption(error)) throw error
    }
  }
  throw new Error('no way of encryption was tried')
}

async function connectOnce(config: ClientConfig): Promise<void> {
  const client = new Client({ ...config, connectionTimeoutMillis: connectMs, query_timeout: connectMs })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
  } finally {
    await endClient(client)
  }
}
