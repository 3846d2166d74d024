import path from 'node:path'
import { parseCookie } from 'cookie'
import next from 'next'
import { announce, playersAddresses } from './announce'
import { createApp } from './app'
import { adminCookie, ensureAdminPassword } from './auth/admin'
import { sessionSecret } from './auth/session-secret'
import { followChampion, openChampion } from './classifier/champion'
import { systemClock } from './clock'
import { type Config, ConfigError, readConfig } from './config'
import { claimDataFolder } from './data-folder/claim'
import { explainStart } from './data-folder/explain'
import { openDatabase } from './database/connect'
import { sharePool } from './database/shared-pool'
import { followErasures } from './erasures'
import { createHttpServer } from './http/http-server'
import { isLocalName } from './http/own-origin'
import { closeOnSignals, createLifecycle, type Lifecycle } from './lifecycle'
import { limits } from './limits'
import { listen, tryToListen } from './listen'
import { createLog } from './log'
import { createMetrics } from './metrics/metrics'
import { checkDatabase, checkDisk, checkJournal, checkJudge, checkOutbox } from './metrics/readiness'
import { pruneDaily } from './retention/prune-daily'
import { openFileJournal } from './rooms/file-journal'
import { createAdminSessions } from './store/admin-sessions'
import { commitDaily } from './store/commit-daily'
import { createDailyTries } from './store/daily-tries'
import { commitToDays } from './store/day-secrets'
import { fingerprintOlder } from './store/fingerprint-older'
import { openOutbox } from './store/outbox'
import { createPlayerRegister } from './store/player-register'
import { createStore } from './store/store'

/** The composition root: opens every part in order, and hands each one what it needs. */
async function start(config: Config, lifecycle: Lifecycle, log: ReturnType<typeof createLog>): Promise<void> {
  const modelsFolder = path.resolve('models')
  const isDevelopment = config.mode === 'development'

  // Pages sometimes ask their own server, and want to know where it is before it is there.
  const port = config.port || (await tryToListen(config.host, 0))
  // Before anything else is opened: the rooms and the database of a server that runs already are not ours to touch.
  const claim = await claimDataFolder(config.dataFolder, log, port)
  lifecycle.onClose('claim on the data folder', claim.release)
  claim.whenLost(() => endAtOnce(config.dataFolder))

  if (config.port) await tryToListen(config.host, config.port)
  const database = await lifecycle.open(
    'database',
    (signal) => openDatabase(config, log, claim, signal),
    (opened) => opened.close(),
  )
  sharePool(database.pool)
  await commitToDays(database.prisma, systemClock.now())

  const store = createStore(database.prisma, config.collectsSamples)
  const outbox = await openOutbox(path.join(config.dataFolder, 'outbox'), store, log)
  lifecycle.onClose('outbox', outbox.close)

  const classifier = await openChampion({
    modelsFolder,
    engine: config.judgeEngine,
    workers: config.judgeWorkers,
    log,
  })
  lifecycle.onClose('judge', classifier.close)
  lifecycle.onClose('champion watch', followChampion(modelsFolder, classifier, { clock: systemClock, log }))

  const newPassword = await ensureAdminPassword(config)
  const httpServer = createHttpServer(limits)
  const pages = next({ dev: isDevelopment, httpServer, hostname: config.host, port })
  await pages.prepare()
  lifecycle.onClose('pages', () => pages.close())

  const addresses = await playersAddresses(config.host, port, config.publicUrl)
  const secret = await sessionSecret(config)
  const sessions = createAdminSessions(database.prisma, { config, secret, clock: systemClock })
  const journal = await openFileJournal(path.join(config.dataFolder, 'rooms'), log)
  const app = await createApp(httpServer, {
    clock: systemClock,
    classifier,
    journal,
    keeper: outbox,
    dailyTries: createDailyTries(database.prisma, database.pool),
    register: createPlayerRegister(database.prisma),
    database: database.pool,
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
        database: () => checkDatabase(database.pool),
        judge: () => checkJudge(classifier),
        disk: () => checkDisk(config.dataFolder),
        rooms: () => checkJournal(journal),
        outbox: () => checkOutbox(outbox),
      },
      isAdmin: async ({ headers }) => {
        const token = parseCookie(headers.cookie ?? '')[adminCookie]
        return token !== undefined && (await database.pool.isUp()) && (await sessions.find(token)) !== null
      },
      ...(config.metricsToken && { metricsToken: config.metricsToken }),
    },
    isDevelopment,
    trustProxy: config.trustProxy,
    playersUrl: addresses[0],
    // Who listens on a name that others could own has chosen it for players.
    ...((config.publicUrl || !isLocalName(new URL(addresses[0]).hostname)) && { publicUrl: addresses[0] }),
  })
  lifecycle.onClose('listener', () => {
    httpServer.close()
    httpServer.closeAllConnections()
  })
  lifecycle.onClose('rooms', app.close)
  lifecycle.onClose('erasures', followErasures(database.prisma, app, { clock: systemClock, log }))
  lifecycle.onClose('days', commitDaily(database.prisma, { clock: systemClock, log }))
  lifecycle.onClose('pruning', pruneDaily(database.prisma, { config, clock: systemClock, log }))
  await listen(httpServer, config.host, port)
  lifecycle.onClose('fingerprints', fingerprintOlder(database.prisma, log).close)

  announce(addresses, newPassword)
}

/** Nothing more may be written, not even in order. */
function endAtOnce(dataFolder: string): never {
  process.stderr.write(`${dataFolder} is no longer ours: another server took it over, or it was removed.\n`)
  process.exit(1)
}

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
  // The end was asked for, and stops the start as well.
  if (lifecycle.isClosing) return lifecycle.close()
  log.debug({ err: error }, 'The start failed')
  process.stderr.write(`${explainStart(error, config.dataFolder)}\n`)
  await lifecycle.close()
  process.exit(1)
})
