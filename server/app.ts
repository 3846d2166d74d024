import type { Server } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { PlayerId } from '#game/protocol/scalars'
import { createAbuse } from './edge/abuse'
import { type AnswerParts, answerRequests } from './edge/http/answer-requests'
import { normaliseTarget } from './edge/http/request-target'
import { limitTcp } from './edge/http/tcp-limits'
import { type TrustProxy, trustNobody } from './edge/http/trust-proxy'
import { warnOfUntrustedProxy } from './edge/http/warn-of-proxy'
import { limits as defaultLimits, type Limits } from './edge/limits'
import { createMetrics, type Metrics } from './edge/operations/metrics'
import { attachSockets } from './edge/socket/sockets'
import type { Classifier } from './judge/classifier'
import { createPace, type Pace } from './rooms/pace'
import type { DailyTries, Journal, ModerationStore, QuickPlay, RecordWriter } from './rooms/ports'
import { openRooms, type Rooms } from './rooms/rooms'
import { withTimeout } from './rooms/with-timeout'

export type Components = Omit<
  AnswerParts,
  'limits' | 'trustProxy' | 'metrics' | 'abuse' | 'refusalOfRoom'
> & {
  readonly classifier: Classifier
  readonly journal: Journal
  readonly recordWriter: RecordWriter
  readonly dailyTries: DailyTries
  readonly moderation: ModerationStore
  readonly quickPlay: QuickPlay
  /** The key that guest cookies are sealed with. */
  readonly secret: string
  /** The proxies whose `X-Forwarded-*` counts; none by default. */
  readonly trustProxy?: TrustProxy
  readonly limits?: Limits
  readonly metrics?: Metrics
  readonly pace?: Pace
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
  const { clock, classifier } = components
  const threads = [
    { busyMs: () => performance.eventLoopUtilization().active, ofGuesses: 0.15 },
    { busyMs: () => classifier.load.busyMs, ofGuesses: 1 },
  ]
  const { pace = createPace(clock, threads) } = components
  const abuse = createAbuse(clock, { log, metrics, limits })
  httpServer.on(
    'request',
    answerRequests({
      ...{ ...components, abuse, limits, metrics, trustProxy },
      refusalOfRoom: (address, code) => sockets.refusalOfRoom(address, code),
    }),
  )
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
    classifier,
    pace,
    pageLoad: () => components.pages.load,
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
