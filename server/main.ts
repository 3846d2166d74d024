import { createServer } from 'node:http'
import path from 'node:path'
import { parseCookie } from 'cookie'
import next from 'next'
import { announce, playersAddress } from './announce'
import { createApp } from './app'
import { adminCookie, ensureAdminPassword, isAdminSeal } from './auth/admin'
import { sessionSecret } from './auth/session-secret'
import { followChampion, openChampion } from './classifier/champion'
import { systemClock } from './clock'
import { type Config, ConfigError, readConfig } from './config'
import { openDatabase } from './database/connect'
import { freePort, isFree } from './free-port'
import { closeOnSignals, createLifecycle, type Lifecycle } from './lifecycle'
import { createLog } from './log'
import { createMetrics } from './metrics/metrics'
import { checkDisk, checkJudge, checkOutbox } from './metrics/readiness'
import { openFileJournal } from './rooms/file-journal'
import { createDailyTries } from './store/daily-tries'
import { openOutbox } from './store/outbox'
import { createPlayerRegister } from './store/player-register'
import { createStore } from './store/store'

/** The composition root: opens every part in order, and hands each one what it needs. */
async function start(config: Config, lifecycle: Lifecycle, log: ReturnType<typeof createLog>): Promise<void> {
  const modelsFolder = path.resolve('models')
  const isDevelopment = config.mode === 'development'

  // Before anything is opened: the rooms of a server that runs here already are not ours to touch.
  if (config.port && !(await isFree(config.port, config.host))) throw portInUse(config.port)
  const database = await openDatabase(config, log)
  lifecycle.onClose('database', database.close)
  // Pages are bundled apart and find the database as any other program would.
  process.env.DATABASE_URL = database.url

  const outbox = await openOutbox(path.join(config.dataFolder, 'outbox'), createStore(database.prisma), log)
  lifecycle.onClose('outbox', outbox.close)

  const classifier = await openChampion({
    modelsFolder,
    engine: config.judgeEngine,
    workers: config.judgeWorkers,
    log,
  })
  lifecycle.onClose('judge', classifier.close)
  lifecycle.onClose('champion watch', followChampion(modelsFolder, classifier, log))

  const newPassword = await ensureAdminPassword(config)
  const httpServer = createServer()
  // Pages sometimes ask their own server, and want to know where it is before it is there.
  const port = config.port || (await freePort(config.host))
  const pages = next({ dev: isDevelopment, httpServer, hostname: config.host, port })
  await pages.prepare()
  lifecycle.onClose('pages', () => pages.close())

  const secret = await sessionSecret(config)
  const app = await createApp(httpServer, {
    clock: systemClock,
    classifier,
    journal: await openFileJournal(path.join(config.dataFolder, 'rooms'), log),
    keeper: outbox,
    dailyTries: createDailyTries(database.prisma),
    register: createPlayerRegister(database.prisma),
    pages: {
      answer: pages.getRequestHandler(),
      ...(isDevelopment && { upgrade: pages.getUpgradeHandler() }),
    },
    log,
    modelsFolder,
    secret,
    metrics: createMetrics({ ofProcess: true }),
    operations: {
      checks: {
        database: () => database.prisma.$queryRaw`select 1`,
        judge: () => checkJudge(classifier),
        disk: () => checkDisk(config.dataFolder),
        outbox: () => checkOutbox(outbox),
      },
      isAdmin: ({ headers }) => isAdminSeal(config, parseCookie(headers.cookie ?? '')[adminCookie], secret),
      ...(config.metricsToken && { metricsToken: config.metricsToken }),
    },
    isDevelopment,
    ...(config.publicUrl && { publicUrl: config.publicUrl }),
  })
  await listen(httpServer, config.host, port)
  lifecycle.onClose('listener', () => {
    httpServer.close()
    httpServer.closeAllConnections()
  })
  lifecycle.onClose('rooms', app.close)

  announce(playersAddress(config.host, port, config.publicUrl), newPassword)
}

function listen(httpServer: ReturnType<typeof createServer>, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portInUse(port) : error),
    )
    httpServer.listen(port, host, resolve)
  })
}

const portInUse = (port: number) =>
  new Error(`Port ${port} is in use. Stop what uses it, or choose another with PORT.`)

function configOrExit(): Config {
  try {
    return readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

const config = configOrExit()
const log = createLog(config)
const lifecycle = createLifecycle(log)
closeOnSignals(lifecycle, log)
await start(config, lifecycle, log).catch(async (error: Error) => {
  log.debug({ err: error }, 'The start failed')
  process.stderr.write(`${error.message}\n`)
  await lifecycle.close()
  process.exit(1)
})
