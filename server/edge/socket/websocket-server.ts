import { type ServerOptions, WebSocketServer } from 'ws'
import type { Limits } from '#server/edge/limits'

/** The `ws` server for engine.io, with limits that engine.io has no options for. */
export function boundedWebSocketServer({ closeMs, fragmentsPerMessage }: Limits): typeof WebSocketServer {
  return class extends WebSocketServer {
    constructor(options?: ServerOptions) {
      // A client that does not answer the close frame is cut after this time.
      const closing = { closeTimeout: closeMs }
      // One message in a turn of the event loop, so that thousands in one packet do not starve the other clients.
      super({ ...options, ...closing, maxFragments: fragmentsPerMessage, allowSynchronousEvents: false })
    }
  } as typeof WebSocketServer
}
