import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { enterTempRoot } from '#server/testing/temp-root'
import { networkName } from './address'
import { adminPassword } from './pages/admin-page'

// Playwright and its workers, browsers and servers alike.
enterTempRoot()

export type GameServer = {
  /** Where browsers find it. */
  readonly url: string
  hasEnded(): boolean
  /** Nothing is told, saved or closed: the machine has lost its power. */
  kill(): Promise<void>
  /** As an operator does it. @returns the exit code */
  stop(): Promise<number | null>
}

/** Where the server that all stories share keeps its data. */
export const dataFolder = path.resolve(import.meta.dirname, '../.cache/e2e/data')

/** How the server says where it is. */
const addressLine = /https?:\/\/[\w.]+:(?<e2e_port>\d+)/

/** The server that all stories share, as Playwright starts it. */
export const webServer = {
  command: 'node --import tsx e2e/clear-data.ts && node .cache/server/main.mjs',
  cwd: path.resolve(import.meta.dirname, '..'),
  env: {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_FOLDER: dataFolder,
    ADMIN_PASSWORD: adminPassword,
  },
  wait: { stdout: addressLine },
  timeout: 120_000,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
} as const

/** A story that fails stops nothing: what it started ends with its worker. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/**
 * Starts the built game as a process of its own.
 * @param environment see server/config.ts
 * @throws Error with what it said when it ends before it says where it is
 */
export async function startServer(environment: Record<string, string>): Promise<GameServer> {
  const child = spawn(process.execPath, ['.cache/server/main.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const hasEnded = once(child, 'exit').finally(() => running.delete(child))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const address = addressLine.exec(said)
      if (address) resolve(`http://${networkName}:${address.groups?.e2e_port}`)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    url,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill('SIGKILL')
      await hasEnded
    },
    async stop() {
      child.kill('SIGTERM')
      const [code] = await hasEnded
      return code
    },
  }
}

/** Where such a server keeps its data. */
export const folderOf = (name: string) => path.resolve(dataFolder, '..', name)

/**
 * Starts a game with data of its own, for the stories of one file: to start costs a processor as much as two of them.
 * @param name of the folder that it keeps its data in, emptied first
 */
export async function startFreshServer(
  name: string,
  environment: Record<string, string>,
): Promise<GameServer> {
  const folder = folderOf(name)
  await rm(folder, { recursive: true, force: true })
  return startServer({ DATA_FOLDER: folder, ...environment })
}
