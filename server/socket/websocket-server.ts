import { type ServerOptions, WebSocketServer } from 'ws'
import type { Limits } from '#server/limits'

/** What engine.io makes its WebSockets with: `ws`, with bounds of which engine.io has no options. */
export function boundedWebSocketServer({ closeMs, fragmentsPerMessage }: Limits): typeof WebSocketServer {
  return class extends WebSocketServer {
    constructor(options?: ServerOptions) {
      // Who does not answer a close is cut after this time.
      const closing = { closeTimeout: closeMs }
      super({ ...options, ...closing, maxFragments: fragmentsPerMessage })
    }
  } as typeof WebSocketServer
}
