import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { HttpRefusal } from '#game/protocol/http-answers'
import type { PlayerId } from '#game/protocol/scalars'
import { type Abuse, createAbuse } from './edge/abuse'
import { createKeyedWindow } from './edge/fixed-window'
import { announcesMore, readBody, withBody } from './edge/http/body'
import { clientAddress, isFromTrustedProxy } from './edge/http/client-address'
import { isForAPage, needsDatabase } from './edge/http/database-away'
import { httpsAddressFor } from './edge/http/https-only'
import { serveJudgeFile } from './edge/http/judge-files'
import { createPageQueue } from './edge/http/page-queue'
import { isFromPages, presentTarget } from './edge/http/present-target'
import { hasBody, respondWithRefusal } from './edge/http/refuse'
import { isMalformed, normaliseTarget } from './edge/http/request-target'
import { isAllowedHost, isSameOrigin } from './edge/http/same-origin'
import { createSecurityHeaders } from './edge/http/security-headers'
import { staticFileState } from './edge/http/static-files'
import { limitTcp } from './edge/http/tcp-limits'
import { type TrustProxy, trustNobody } from './edge/http/trust-proxy'
import { limits as defaultLimits, type Limits } from './edge/limits'
import { createMetrics, type Metrics } from './edge/operations/metrics'
import { type OperationParts, serveOperations } from './edge/operations/operations'
import { rateLimit } from './edge/socket/rate-limits'
import { attachSockets } from './edge/socket/sockets'
import type { Clock } from './host/clock'
import type { Classifier } from './judge/classifier'
import { createPace, type Pace } from './rooms/pace'
import type { DailyTries, Journal, ModerationStore, QuickPlay, RecordWriter } from './rooms/ports'
import { openRooms, type Rooms } from './rooms/rooms'
import { withTimeout } from './rooms/with-timeout'

/** The handler of every request that the game does not answer itself. */
export type Pages = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
  /** The URL paths of all static files; in development they come and go. */
  readonly staticFiles?: ReadonlySet<string>
  /** In development only: hot module replacement. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

export type Components = {
  readonly clock: Clock
  readonly classifier: Classifier
  readonly journal: Journal
  readonly recordWriter: RecordWriter
  readonly dailyTries: DailyTries
  readonly moderation: ModerationStore
  readonly quickPlay: QuickPlay
  readonly pages: Pages
  /** Whether the database answers; without this every request goes to the pages. */
  readonly database?: { isUp(): Promise<boolean> }
  readonly log: Logger
  /** Holds one folder a model version. */
  readonly modelsFolder: string
  /** The key that guest cookies are sealed with. */
  readonly secret: string
  readonly publicUrl?: string
  /** The proxies whose `X-Forwarded-*` counts; none by default. */
  readonly trustProxy?: TrustProxy
  /** The address shown to people who come by one that does not work; the public address by default. */
  readonly playersUrl?: string
  readonly limits?: Limits
  readonly isDevelopment?: boolean
  readonly metrics?: Metrics
  readonly pace?: Pace
  /** What `/readyz` and `/metrics` need beside the metrics. */
  readonly operations?: Omit<OperationParts, 'metrics' | 'hasPublicUrl'>
}

export type App = {
  readonly rooms: Rooms
  /** Removes erased players from all rooms, and disconnects them. */
  dismiss(isGone: (playerId: PlayerId) => boolean): void
  /** Saves the rooms, tells the players and closes their connections. The HTTP server stays the caller's. */
  close(): Promise<void>
}

/** The whole game on an HTTP server that the caller opens and closes. */
export async function createApp(httpServer: Server, components: Components): Promise<App> {
  const { limits = defaultLimits, trustProxy = trustNobody, log, metrics = createMetrics() } = components
  const { clock, pace = createPace(clock) } = components
  const abuse = createAbuse(clock, { log, metrics, limits })
  httpServer.on('request', answerRequests(components, metrics, abuse))
  httpServer.on('upgrade', (request, socket, head) => {
    // Node removes its own error listener from an upgraded socket; without one a reset would end the process.
    socket.on('error', () => socket.destroy())
    if (request.url?.startsWith('/socket.io/')) return
    if (components.pages.upgrade) components.pages.upgrade(request, socket, head)
    else socket.destroy()
  })
  const moderation = withTimeout(components.moderation, clock)
  const sockets = attachSockets(httpServer, { ...components, abuse, limits, moderation, trustProxy, metrics })
  // Before socket.io, which has prepended itself.
  httpServer.prependListener('request', (request) => normaliseTarget(request, trustProxy))
  httpServer.prependListener('upgrade', (request) => normaliseTarget(request, trustProxy))
  limitTcp(httpServer, { abuse, clock, limits, trustProxy })
  httpServer.on('request', warnOfUntrustedProxy(trustProxy, log))
  const rooms = await openRooms(
    { ...components, broadcaster: sockets.broadcaster, latency: metrics, pace },
    limits.maxRooms,
  )
  metrics.watch({
    rooms: rooms.all,
    transports: sockets.transports,
    classifier: components.classifier,
    pace,
    outboxDepth: () => components.recordWriter.depth,
  })
  sockets.open(rooms)
  log.debug({ rooms: rooms.count }, 'Rooms are open')
  return {
    rooms,
    dismiss(isGone) {
      for (const { code, players } of [...rooms.all()])
        for (const { id: playerId } of players)
          if (isGone(playerId)) rooms.find(code)?.submit({ type: 'player:leave', playerId })
      sockets.dismiss(isGone)
    },
    async close() {
      await rooms.close()
      await sockets.close()
    },
  }
}

function answerRequests(components: Components, metrics: Metrics, abuse: Abuse): RequestListener {
  const { clock, pages, database, modelsFolder, log } = components
  const { isDevelopment = false, limits = defaultLimits } = components
  const { publicUrl, trustProxy = trustNobody, playersUrl = publicUrl ?? '/' } = components
  const operations = {
    checks: {},
    isAdmin: async () => false,
    ...components.operations,
    metrics,
    hasPublicUrl: publicUrl !== undefined,
  }
  /** Longer prefixes first. */
  const rates = [
    { path: '/api/player/recover', rate: rateLimit(clock, limits.recoveriesPerAddressPerMinute, 60_000) },
    { path: '/api/player/erase', rate: rateLimit(clock, limits.erasuresPerAddressPerMinute, 60_000) },
    {
      path: '/api/player/data',
      method: 'GET',
      rate: rateLimit(clock, limits.downloadsPerAddressPerMinute, 60_000),
    },
    { path: '/api/player', rate: rateLimit(clock, limits.namesPerAddressPerMinute, 60_000) },
  ]

  const setSecurityHeaders = createSecurityHeaders({ isDevelopment, publicUrl })
  const pagesAsked = createKeyedWindow(clock, 60_000)
  const pageQueue = createPageQueue(limits.pagesAtOncePerAddress)

  function mayPass(request: IncomingMessage): boolean {
    const address = clientAddress(request, trustProxy)
    if (abuse.isBlocked(address)) return false
    if (
      staticFileState(request, pages.staticFiles) !== 'file' &&
      pagesAsked.add(address) > limits.pagesPerAddressPerMinute
    )
      return false
    const asked = request.method === 'HEAD' ? 'GET' : request.method
    const limited = rates.find(
      ({ path, method = 'POST' }) => method === asked && request.url?.startsWith(path),
    )
    return !limited || limited.rate.allows(address)
  }

  function refusalOf(request: IncomingMessage): HttpRefusal | null {
    if (announcesMore(request, limits.bodyBytes) && !isDevelopersOwn(request)) return 'too-large'
    if (isMalformed(request, publicUrl)) return 'bad-message'
    if (mayChange(request) ? !isSameOrigin(request, publicUrl) : !isAllowedHost(request, publicUrl))
      return 'foreign-origin'
    return mayPass(request) ? null : 'too-many-from-here'
  }

  /** Next's tools in the page of a developer send whole stack traces. */
  function isDevelopersOwn({ url }: IncomingMessage): boolean {
    return isDevelopment && url?.startsWith('/__nextjs') === true
  }

  function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: HttpRefusal): void {
    metrics.refused(refusal)
    respondWithRefusal(request, response, refusal, {
      playersUrl,
      hasPublicUrl: publicUrl !== undefined,
      ...limits,
    })
  }

  async function answerPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    presentTarget(request, { publicUrl, address: clientAddress(request, trustProxy) })
    if (database && needsDatabase(request) && !(await database.isUp())) {
      response.setHeader('retry-after', '5')
      if (!isForAPage(request)) return sendRefusal(request, response, 'database-away')
      // A page cannot set the status 503 itself.
      response.statusCode = 503
      request.url = '/database-away'
    }
    if (!hasBody(request) || isDevelopersOwn(request)) return askPages(request, response)
    const body = await readBody(request, limits.bodyBytes)
    if (body === 'too-large') sendRefusal(request, response, body)
    else if (body !== 'cut-off') await askPages(withBody(request, body), response)
  }

  function askPages(request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    if (staticFileState(request)) return pages.answer(request, response)
    const address = clientAddress(request, trustProxy)
    return pageQueue.wait(address, request, () => pages.answer(request, response))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(request, response)
    if (await serveOperations(operations, request, response)) return
    // A later request of the same packet may have destroyed the connection.
    if (request.socket.destroyed) return
    const refusal = refusalOf(request)
    const httpsAddress = httpsAddressFor(request, trustProxy, publicUrl)
    if (refusal) sendRefusal(request, response, refusal)
    // Not cached: the public address may change.
    else if (httpsAddress)
      response.writeHead(308, { location: httpsAddress, 'cache-control': 'no-store' }).end()
    else if (staticFileState(request, pages.staticFiles) === 'missing')
      response.writeHead(404, { 'content-type': 'text/plain' }).end('No such file')
    else if (!(await serveJudgeFile(modelsFolder, request, response))) await answerPage(request, response)
  }
  return (request, response) => {
    if (request.socket.destroyed) return
    answer(request, response).catch((error) => {
      log.error({ err: error, url: request.url }, 'A request could not be answered')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  }
}

function mayChange({ method }: IncomingMessage): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** Logs once when an untrusted proxy forwards for others. */
function warnOfUntrustedProxy(trustProxy: TrustProxy, log: Logger): RequestListener {
  let hasWarned = false
  return (request) => {
    if (hasWarned || !request.headers['x-forwarded-for'] || isFromPages(request)) return
    if (isFromTrustedProxy(request, trustProxy)) return
    hasWarned = true
    const peer = request.socket.remoteAddress
    log.warn(
      `X-Forwarded-For from ${peer} is not believed, so all who come that way share its limits. If ${peer} is your proxy, set TRUST_PROXY (see README).`,
    )
  }
}
