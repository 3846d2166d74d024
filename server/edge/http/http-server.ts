import { createServer, type Server } from 'node:http'
import type { Limits } from '#server/edge/limits'
import { announcesMore } from './body'

/** A server that waits for nobody for ever: slow heads and bodies, and connections on which nothing happens, are cut. */
export function createHttpServer(limits: Limits): Server {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.connectionsCheckMs,
  })
  // Also for who does not read what they asked for. A WebSocket is looked after by its own pings.
  server.timeout = limits.idleMs
  // Who asks before sending a body that is too large is told no instead of "100 Continue".
  server.on('checkContinue', (request, response) => {
    if (!announcesMore(request, limits.bodyBytes)) response.writeContinue()
    server.emit('request', request, response)
  })
  return server
}
