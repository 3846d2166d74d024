import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { isFull } from './connection-error'
import type { PostgresConnection } from './connection-url'

const connectMs = 5_000
const retryMs = 250
/** Within this time a closed connection is free again, unless others use them all, ms. */
const fullMs = 15_000
const endingMs = 2_000

/**
 * One connection while the server starts. Where the database has none left, waits until one becomes free.
 * @param options what is special about it: `query_timeout` in ms, `application_name`
 * @throws Error with one line if the database, which was there a moment ago, accepts no connection
 */
export async function openClient(
  { client: config, label }: PostgresConnection,
  options: ClientConfig = {},
): Promise<Client> {
  const giveUpAt = Date.now() + fullMs
  for (;;) {
    const client = new Client({ ...config, connectionTimeoutMillis: connectMs, ...options })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      void endClient(client)
      if (!isFull(error) || Date.now() > giveUpAt)
        throw new Error(`The database at ${label} was there and no longer lets us in: ${textOf(error)}`, {
          cause: error,
        })
    }
    await pause(retryMs)
  }
}

/** Closes it, so that the next connection is accepted. Does not wait for a database that does not answer. */
export async function endClient(client: Client): Promise<void> {
  const tooLate = new AbortController()
  const ended = client.end().catch(() => undefined)
  await Promise.race([ended, pause(endingMs, undefined, { signal: tooLate.signal }).catch(() => undefined)])
  tooLate.abort()
}

/** Whether a query timed out in node-postgres. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout'
}

export const stoppedAnswering = ({ label }: PostgresConnection) =>
  `The database at ${label} was there and does not answer any more. Start again once it does.`

function textOf(error: unknown): string {
  const { message, code = '' } = error as { message?: string; code?: string }
  return message || code
}
