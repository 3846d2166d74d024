import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { explainFailure, isAboutEncryption } from './connection-error'
import type { PostgresConnection } from './connection-url'
import { endClient } from './database-client'

const connectMs = 5_000
const retryMs = 1_000
const remindMs = 15_000
/** How long an unknown host name is retried: that of a container is unknown until it runs. */
const unknownNameMs = 60_000

/**
 * Retries until the database accepts a connection, and logs every 15 s what it waits for.
 * @param variable the setting that names it
 * @param signal ends the waiting
 * @returns the connection with the first TLS mode that the server accepts
 * @throws Error with one line that a person can act on, for a permanent error
 */
export async function reach(
  connection: PostgresConnection,
  variable: string,
  log: Logger,
  signal?: AbortSignal,
): Promise<PostgresConnection> {
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

async function tryEncryptions(connection: PostgresConnection): Promise<PostgresConnection> {
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
