import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type FileLock, lockFile } from '#server/host/data-folder/file-lock'
import type { PostgresHome } from './postgres-home'
import { hasPostmasterNote, removePostmasterNote } from './postmaster-note'

/** By then a Postgres without users has stopped by itself. */
const stoppingMs = 10_000
/** A postmaster checks its pid file once a minute, and stops when it is gone. */
const noticingMs = 65_000

/**
 * Waits until no process of Postgres is left on a data folder, in whichever container, and keeps any other from being
 * started there. Every process of a Postgres of ours holds this lock, so that a dead one needs no guess. One that is alive
 * where we cannot see it has its note taken away, and ends. Only for who has the claim on the data folder.
 * @returns undefined where there are no such locks: then what may be alive unseen has been given the time to notice
 * @throws Error, one line, when one does not end
 */
export async function lockPostgres(
  dataFolder: string,
  home: PostgresHome,
  log: Logger,
): Promise<FileLock | undefined> {
  const startedAt = performance.now()
  const waitedMs = () => performance.now() - startedAt
  let isFenced = false

  for (;;) {
    const lock = await lockFile(path.join(dataFolder, 'postgres.lock'))
    if (lock === 'unsupported') return void (await fenceUnseen(home, log))
    if (lock !== 'held') {
      await removePostmasterNote(home)
      return lock
    }
    if (waitedMs() > stoppingMs && !isFenced) {
      isFenced = true
      await removePostmasterNote(home)
      log.warn(
        'A Postgres that a killed server left behind runs in another container; it ends within a minute',
      )
    }
    if (waitedMs() > stoppingMs + noticingMs)
      throw new Error(
        `A Postgres that a killed server left behind still uses ${dataFolder} and does not end. ` +
          'Stop the container or the process it runs in first.',
      )
    await pause(100)
  }
}

/** Only containers hide processes from each other, and only Linux has them. */
async function fenceUnseen(home: PostgresHome, log: Logger): Promise<void> {
  if (!(await hasPostmasterNote(home))) return
  await removePostmasterNote(home)
  if (process.platform !== 'linux') return
  log.warn('Postgres was not stopped in order, and may run in another container; starting in a minute')
  await pause(noticingMs)
}
