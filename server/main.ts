import path from 'node:path'
import { parseCookie } from 'cookie'
import { createApp } from './app'
import { adminCookie, ensureAdminPassword } from './auth/admin'
import { type Config, ConfigError, readConfig } from './config'
import { createHttpServer } from './edge/http/http-server'
import { isLocalName } from './edge/http/same-origin'
import { createStaticSender, listStaticFiles } from './edge/http/static-files'
import { limits } from './edge/limits'
import { createMetrics } from './edge/operations/metrics'
import {
  checkDatabase,
  checkDisk,
  checkJournal,
  checkJudge,
  checkOutbox,
  checkPages,
} from './edge/operations/readiness'
import type { HostedPages, PageOptions } from './edge/pages/hosted-pages'
import { startPageProcess } from './edge/pages/page-process'
import { announce, playersAddresses } from './host/announce'
import { systemClock } from './host/clock'
import { claimDataFolder } from './host/data-folder/claim'
import { explainStart } from './host/data-folder/explain'
import { closeOnSignals, createLifecycle, type Lifecycle } from './host/lifecycle'
import { listen, tryToListen } from './host/listen'
import { createLog } from './host/log'
import { sessionSecret } from './host/secrets'
import { createTimerWheel } from './host/timer-wheel'
import { followChampion, openChampion } from './judge/champion'
import { openFileJournal } from './rooms/file-journal'
import { createAdminSessions } from './store/admin-sessions'
import { warmBoards } from './store/boards/warm-boards'
import { openDatabase, pageConnections } from './store/connect'
import { commitDaily } from './store/daily/commit-daily'
import { createDailyTries } from './store/daily/daily-tries'
import { commitToDays } from './store/daily/day-secrets'
import { completeResultsOften } from './store/games/complete-results'
import { createQuickPlay } from './store/games/quick-play'
import { fingerprintOlder } from './store/moderation/fingerprint-older'
import { openOutbox } from './store/outbox/outbox'
import { createStore } from './store/outbox/store'
import { followErasures } from './store/players/follow-erasures'
import { createModerationStore } from './store/players/moderation-store'
import { pruneDaily } from './store/retention/prune-daily'
import { tallyDaily } from './store/samples/play-tally'

/** Connections to the database: those of the process of the pages, one for what pages read, and two for the game. */
const leastForPageProcess = pageConnections + 3

/** The composition root: opens every part in order, and hands each one what it needs. */
async function start(config: Config, lifecycle: Lifecycle, log: ReturnType<typeof createLog>): Promise<void> {
  const modelsFolder = path.resolve('models')
  const isDevelopment = config.mode === 'development'

  // Pages send requests to their own server, and need its port before it listens.
  const port = config.port || (await tryToListen(config.host, 0))
  // Before anything else is opened: the rooms and the database may belong to a running server.
  const claim = await claimDataFolder(config.dataFolder, log, port)
  lifecycle.onClose('claim on the data folder', claim.release)
  claim.whenLost(() => endAtOnce(config.dataFolder))

  if (config.port) await tryToListen(config.host, config.port)
  const httpServer = createHttpServer(limits)
  // With few connections none is left for another process.
  const hasPageProcess = !isDevelopment && config.databasePool >= leastForPageProcess
  const databasePool = config.databasePool - (hasPageProcess ? pageConnections : 0)
  // Side by side: Postgres is a process, the judge has threads, and the pages are read from disk.
  const [database, classifier, pages] = await Promise.all([
    lifecycle.open(
      'database',
      (signal) => openDatabase({ ...config, databasePool }, log, claim, signal),
      (opened) => opened.close(),
    ),
    lifecycle.open(
      'judge',
      () =>
        openChampion({
          modelsFolder,
          engine: config.judgeEngine,
          workers: config.judgeWorkers,
          log,
        }),
      (opened) => opened.close(),
    ),
    lifecycle.open(
      'pages',
      () => openPages({ dev: isDevelopment, httpServer, hostname: config.host, port }, hasPageProcess, log),
      (opened) => opened.close(),
    ),
  ])
  await commitToDays(database.prisma, systemClock.now())

  const store = createStore(database.prisma, config.collectsSamples)
  const outbox = await openOutbox(path.join(config.dataFolder, 'outbox'), store, log)
  lifecycle.onClose('outbox', outbox.close)

  lifecycle.onClose('champion watch', followChampion(modelsFolder, classifier, { clock: systemClock, log }))

  const newPassword = await ensureAdminPassword(config)

  const addresses = await playersAddresses(config.host, port, config.publicUrl)
  const secret = await sessionSecret(config)
  const sessions = createAdminSessions(database.prisma, { config, secret, clock: systemClock })
  const [journal] = await Promise.all([
    openFileJournal(path.join(config.dataFolder, 'rooms'), log),
    pages.connect({ database, outbox }),
  ])
  const app = await createApp(httpServer, {
    clock: createTimerWheel(systemClock, 4),
    classifier,
    journal,
    recordWriter: outbox,
    dailyTries: createDailyTries(database.prisma, database.pool),
    moderation: createModerationStore(database.prisma),
    quickPlay: createQuickPlay(database.prisma, database.pool),
    database: database.pool,
    pages: {
      ...pages,
      // Spread, it would be what it was at the start.
      get load() {
        return pages.load
      },
      ...(!isDevelopment && {
        staticFiles: await listStaticFiles('.next'),
        sendFile: createStaticSender('.next'),
      }),
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
        pages: () => checkPages(pages),
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
    // A host name that others could own was chosen for players, like a public address.
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
  lifecycle.onClose('boards', warmBoards(database.prisma, { clock: systemClock, log }))
  lifecycle.onClose('tally', tallyDaily(database.prisma, { clock: systemClock, log }))
  await listen(httpServer, config.host, port)
  lifecycle.onClose('results', completeResultsOften(database.prisma, { clock: systemClock, log }))
  lifecycle.onClose('fingerprints', fingerprintOlder(database.prisma, log).close)

  announce(addresses, newPassword)
}

async function openPages(
  options: PageOptions,
  hasProcess: boolean,
  log: ReturnType<typeof createLog>,
): Promise<HostedPages> {
  if (hasProcess) return startPageProcess({ hostname: options.hostname, port: options.port, log })
  const { hostPages } = await import('./edge/pages/hosted-pages')
  return hostPages(options)
}

/** Ends without a graceful shutdown, for nothing may be written any more. */
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
  // A signal during the start.
  if (lifecycle.isClosing) return lifecycle.close()
  log.debug({ err: error }, 'The start failed')
  process.stderr.write(`${explainStart(error, config.dataFolder)}\n`)
  await lifecycle.close()
  process.exit(1)
})
