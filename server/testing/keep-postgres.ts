import path from 'node:path'
import { openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { silentLog } from './database'

/** Keeps the tests' Postgres running from file to file, and from mutant to mutant: each would otherwise start and stop it. */
export async function setup(): Promise<() => Promise<void>> {
  const postgres = await openEmbeddedPostgres(path.resolve('.cache/postgres'), silentLog)
  return () => postgres.close()
}
