import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { PostgresHome } from './postgres-home'
import { dataFolderOf, exists } from './postgres-process'

/** A running Postgres; it has no port while it is about to start. */
export type Postmaster = { pid: number; port?: number }

/**
 * The postmaster of `postmaster.pid`, if that process is alive and uses this folder. The pid of one in another container is not visible
 * here, so undefined does not mean that none is alive.
 */
export async function visiblePostmaster(home: PostgresHome): Promise<Postmaster | undefined> {
  const [pid, , , port] = (await readFile(noteOf(home), 'utf8').catch(() => '')).split('\n').map(Number)
  if (!pid) return undefined
  const command = await commandLineOf(pid)
  if (command !== undefined && !command.includes(dataFolderOf(home))) return undefined
  return { pid, ...(port && { port }) }
}

/**
 * Removes `postmaster.pid`. A stale one would block the next start; a postmaster that is alive in another container checks the file
 * once a minute, and stops when it is gone. Only for the holder of the claim on the data folder.
 */
export async function removePostmasterNote(home: PostgresHome): Promise<void> {
  await rm(noteOf(home), { force: true })
}

export const hasPostmasterNote = (home: PostgresHome) => exists(noteOf(home))

const noteOf = (home: PostgresHome) => path.join(dataFolderOf(home), 'postmaster.pid')

/** @returns '' when there is no such process, undefined where this system does not tell. */
async function commandLineOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return ''
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
