import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import getPort from 'get-port'
import { superuser } from '#server/host/postgres/postgres-process'
import { openTestDatabase } from '#server/testing/database'
import { type GameServer, startServer } from '../server'

export type Subject = {
  readonly url: string
  /** What guest cookies are sealed with. */
  readonly secret: string
  readonly databaseUrl: string
  readonly dataFolder: string
  /** What it was started with. */
  readonly environment: Readonly<Record<string, string>>
  readonly hasEnded: () => boolean
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
}

export type Surroundings = {
  /** Added to the server's environment. */
  readonly environment?: Record<string, string>
  /** It keeps its data here; without it, in a folder that is removed afterwards. */
  readonly dataFolder?: string
  /** Whether it runs the Postgres in its data folder, instead of using an external one. */
  readonly hasBuiltInDatabase?: boolean
}

const secret = 'a secret that only bots know, 32 letters or more'

/** Starts a server as a process of its own, on a port, a folder and a database that it keeps when it is started again. */
export async function withServer<Result>(
  { environment: given = {}, dataFolder: own, hasBuiltInDatabase = false }: Surroundings,
  use: (subject: Subject) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'digit-dash-chaos-'))
  // The user that Postgres runs as has to get through.
  await chmod(folder, 0o711)
  const dataFolder = own ?? path.join(folder, 'data')
  const database = hasBuiltInDatabase ? null : await openTestDatabase()
  const environment = {
    ...{ DATA_FOLDER: dataFolder, SESSION_SECRET: secret, LOG_LEVEL: 'warn' },
    ...{
      PORT: String(await getPort({ host: '127.0.0.1' })),
      ADMIN_PASSWORD: 'correct horse battery',
      ...given,
    },
    ...(database && { DATABASE_URL: database.url }),
  }
  let server: GameServer | null = null
  const start = async () => {
    server = await startServer(environment)
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
    const url = `http://127.0.0.1:${environment.PORT}`
    const databaseUrl = database?.url ?? (await builtInUrl(dataFolder))
    const hasEnded = () => server?.hasEnded() ?? true
    return await use({ url, secret, databaseUrl, dataFolder, environment, hasEnded, kill, start })
  } finally {
    process.off('exit', endServer)
    // In order, so that its own Postgres has ended before the folder goes.
    if (hasBuiltInDatabase) await (server as GameServer | null)?.stop()
    else await kill()
    await database?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function builtInUrl(dataFolder: string): Promise<string> {
  const read = (name: string) => readFile(path.join(dataFolder, name), 'utf8')
  const [password, port] = await Promise.all([read('postgres-password'), read('postgres-port')])
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/digit_dash`
}
