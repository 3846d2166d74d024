import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { Classifier } from './classifier/classifier'
import type { Clock } from './clock'
import { clientAddress } from './http/client-address'
import { serveJudgeFile } from './http/judge-files'
import { type OperationParts, serveOperations } from './http/operations'
import { isOwnOrigin } from './http/own-origin'
import { setSecurityHeaders } from './http/security-headers'
import { limits as defaultLimits, type Limits } from './limits'
import { createMetrics, type Metrics } from './metrics/metrics'
import type { DailyTries } from './rooms/daily-tries'
import type { Journal } from './rooms/journal'
import { patientRegister } from './rooms/patient-register'
import type { PlayerRegister } from './rooms/player-register'
import type { RecordKeeper } from './rooms/record-keeper'
import { openRooms, type Rooms } from './rooms/rooms'
import { rateLimit } from './socket/rate-limits'
import { attachSockets } from './socket/sockets'

/** Whoever answers everything that is not the game's own. */
export type Pages = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
  /** Only while developing: how changed code reaches the browser. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

export type Components = {
  readonly clock: Clock
  readonly classifier: Classifier
  readonly journal: Journal
  readonly keeper: RecordKeeper
  readonly dailyTries: DailyTries
  readonly register: PlayerRegister
  readonly pages: Pages
  readonly log: Logger
  /** Holds one folder a model version. */
  readonly modelsFolder: string
  /** What guest cookies are sealed with. */
  readonly secret: string
  readonly publicUrl?: string
  readonly limits?: Limits
  readonly isDevelopment?: boolean
  readonly metrics?: Metrics
  /** What `/readyz` and `/metrics` need beside the metrics. */
  readonly operations?: Omit<OperationParts, 'metrics'>
}

export type App = {
  readonly rooms: Rooms
  /** Rooms are remembered, then players are told and their connections closed. The HTTP server stays the caller's. */
  close(): Promise<void>
}

/** The whole game on an HTTP server that somebody else opens and closes. */
export async function createApp(httpServer: Server, components: Components): Promise<App> {
  const { limits = defaultLimits, log, metrics = createMetrics() } = components
  httpServer.on('request', answerRequests(components, metrics))
  httpServer.on('upgrade', (request, socket, head) => {
    // Node takes its own listener off an upgraded socket; without one a reset would end the process.
    socket.on('error', () => socket.destroy())
    if (request.url?.startsWith('/socket.io/')) return
    if (components.pages.upgrade) components.pages.upgrade(request, socket, head)
    else socket.destroy()
  })
  const register = patientRegister(components.register, components.clock)
  const sockets = attachSockets(httpServer, { ...components, limits, register, metrics })
  const rooms = await openRooms(
    { ...components, audience: sockets.audience, meter: metrics },
    limits.maxRooms,
  )
  metrics.watch({
    rooms: rooms.all,
    transports: sockets.transports,
    classifier: components.classifier,
    outboxDepth: () => components.keeper.depth,
  })
  sockets.open(rooms)
  log.debug({ rooms: rooms.count }, 'Rooms are open')
  return {
    rooms,
    async close() {
      await rooms.close()
      sockets.close()
    },
  }
}

function answerRequests(components: Components, metrics: Metrics): RequestListener {
  const { pages, modelsFolder, log, isDevelopment = false, publicUrl, limits = defaultLimits } = components
  const operations = { checks: {}, isAdmin: async () => false, ...components.operations, metrics }
  /** The longer path first: both begin alike. */
  const rates = [
    { path: '/api/player/recover', rate: rateLimit(limits.recoveriesPerAddressPerMinute, 60) },
    { path: '/api/player', rate: rateLimit(limits.namesPerAddressPerMinute, 60) },
  ]

  async function mayPass(request: IncomingMessage): Promise<boolean> {
    if (request.method !== 'POST') return true
    const limited = rates.find(({ path }) => request.url?.startsWith(path))
    return !limited || limited.rate.allows(clientAddress(request, publicUrl !== undefined))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(response, isDevelopment)
    if (await serveOperations(operations, request, response)) return
    if (mayChange(request) && !isOwnOrigin(request, publicUrl)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('From another site')
    } else if (!(await mayPass(request))) {
      response.writeHead(429, { 'content-type': 'text/plain', 'retry-after': '60' }).end('Too often')
    } else if (!(await serveJudgeFile(modelsFolder, request, response))) {
      await pages.answer(request, response)
    }
  }
  return (request, response) => {
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
