import { type ServerOptions, WebSocketServer } from 'ws'
import type { Limits } from '#server/edge/limits'

/** What engine.io makes its WebSockets with: `ws`, with bounds of which engine.io has no options. */
export function boundedWebSocketServer({ closeMs, fragmentsPerMessage }: Limits): typeof WebSocketServer {
  return class extends WebSocketServer {
    constructor(options?: ServerOptions) {
      // Who does not answer a close is cut after this time.
      const closing = { closeTimeout: closeMs }
      // One message in a turn of the event loop: who sends thousands in one packet waits for everybody else in between.
      super({ ...options, ...closing, maxFragments: fragmentsPerMessage, allowSynchronousEvents: false })
    }
  } as typeof WebSocketServer
}
