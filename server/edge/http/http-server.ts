import { createServer, type Server } from 'node:http'
import type { Limits } from '#server/edge/limits'
import { announcesMore } from './body'

/** An HTTP server with timeouts for headers, bodies and idle connections. */
export function createHttpServer(limits: Limits): Server {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.connectionsCheckMs,
    // What Node answers by itself is a `request` to nobody, and no limit would count it.
    requireHostHeader: false,
  })
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  // Also for clients that do not read the answer. A WebSocket has pings of its own.
  server.timeout = limits.idleMs
  // A body that is announced as too large is refused instead of continued.
  server.on('checkContinue', (request, response) => {
    if (!announcesMore(request, limits.bodyBytes)) response.writeContinue()
    server.emit('request', request, response)
  })
  return server
}
