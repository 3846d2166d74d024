import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#server/free-port'
import { openTestDatabase } from '#server/testing/database'
import { type GameServer, startGame } from '../server'

export type Subject = {
  readonly url: string
  /** What guest cookies are sealed with. */
  readonly secret: string
  readonly databaseUrl: string
  readonly hasEnded: () => boolean
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
}

const secret = 'a secret that only bots know, 32 letters or more'

/**
 * Starts a server as a process of its own, on a port, a folder and a database that it keeps when it is started again.
 * @param environment added to the server's
 */
export async function withServer<Result>(
  environment: Record<string, string>,
  use: (subject: Subject) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'digit-dash-chaos-'))
  const database = await openTestDatabase()
  const variables = {
    ...{ DATA_FOLDER: folder, DATABASE_URL: database.url, SESSION_SECRET: secret, LOG_LEVEL: 'warn' },
    ...{ PORT: String(await freePort()), ADMIN_PASSWORD: 'correct horse battery', ...environment },
  }
  let server: GameServer | null = null
  const start = async () => {
    server = await startGame(variables)
  }
  const kill = async () => {
    await server?.kill()
    server = null
  }
  // Whoever ends us must not leave a server behind.
  const endServer = () => void kill()
  process.once('exit', endServer)
  try {
    await start()
    const url = `http://127.0.0.1:${variables.PORT}`
    const hasEnded = () => server?.hasEnded() ?? true
    return await use({ url, secret, databaseUrl: database.url, hasEnded, kill, start })
  } finally {
    process.off('exit', endServer)
    await kill()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}
