import { spawn } from 'node:child_process'
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { availableMemory, memorySettings } from './memory-settings'
import type { PostgresHome } from './postgres-home'

/** Loopback only, no sockets on disk; settings that a restart does not forget. */
const clusterSettings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60']

/** Postgres did not start; `message` is its own last error. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError'
}

export const dataFolderOf = (home: PostgresHome) => path.join(home.folder, 'data')
const logFileOf = (home: PostgresHome) => path.join(home.folder, 'server.log')

/** The superuser of the cluster, and of our database in it. */
export const superuser = 'digit_dash'

/** Creates the cluster if there is none. Only for the holder of the claim on the data folder. */
export async function initialise(home: PostgresHome, password: string): Promise<void> {
  const data = dataFolderOf(home)
  if (await exists(path.join(data, 'PG_VERSION'))) return

  const draft = `${data}.draft`
  const passwordFile = `${draft}.password`
  await rm(draft, { recursive: true, force: true })
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (home.owner) await chown(passwordFile, home.owner.uid, home.owner.gid)
    await run(home, 'initdb', [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...clusterSettings.flatMap((setting) => ['--set', setting]),
    ])
    await rename(draft, data)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * Starts the postmaster as a process of its own.
 * @param lockFd an open, locked file that it and all its processes hold open from now on
 * @throws PostgresStartError
 */
export async function startPostgres(home: PostgresHome, port: number, lockFd?: number): Promise<void> {
  const log = logFileOf(home)
  const from = (await stat(log).catch(() => undefined))?.size ?? 0
  try {
    const data = dataFolderOf(home)
    // With each start: the data may have come to another machine.
    const options = [`-p ${port}`, ...memorySettings(availableMemory()).map((each) => `-c ${each}`)].join(' ')
    await run(home, 'pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', log, '-o', options], lockFd)
  } catch (error) {
    const said = (await readFile(log, 'utf8').catch(() => '')).slice(from)
    throw new PostgresStartError(lastWords(said) ?? (error as Error).message)
  }
}

/** The error line with its hint: of a full disk only the hint says so. */
function lastWords(said: string): string | undefined {
  const [reason = said.trim().split('\n').at(-1)] = /(?<=(?:FATAL|PANIC|error): +).+/.exec(said) ?? []
  const [hint] = /(?<=HINT: +).+/.exec(said) ?? []
  return [reason, hint].filter(Boolean).join('. ') || undefined
}

/** Fast shutdown: closes all connections, flushes and stops. */
export async function stopPostgres(home: PostgresHome): Promise<void> {
  await run(home, 'pg_ctl', ['stop', '-w', '-t', '60', '-m', 'fast', '-D', dataFolderOf(home)])
}

/** The shell command that asks a postmaster to do the same, without waiting for it. */
export function stopCommand({ binFolder }: PostgresHome, pid: number): string {
  return process.platform === 'win32'
    ? `"${path.join(binFolder, 'pg_ctl')}" kill INT ${pid}`
    : `kill -INT ${pid}`
}

export const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

async function run(
  home: PostgresHome,
  program: 'initdb' | 'pg_ctl',
  args: string[],
  lockFd?: number,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(path.join(home.binFolder, program), args, {
      ...home.owner,
      // Postgres insists on knowing where it is, and its owner may not enter our own folder.
      cwd: home.folder,
      // macOS starts threads in a postmaster that has to look its locale up, and Postgres then gives up.
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe', ...(lockFd === undefined ? [] : [lockFd])],
    })
    let said = ''
    child.stderr?.on('data', (text) => {
      said += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new PostgresStartError(lastWords(said) ?? `${program} ended with code ${code}`))
    })
  })
}
