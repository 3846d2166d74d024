import { type ServerOptions, WebSocketServer } from 'ws'
import { createRenewal } from '#server/edge/fixed-window'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'

/** Rate limits of one connection, counted below socket.io: reconnecting a socket on the same transport does not reset them. */
export type ConnectionLimits = {
  /** Counts a frame of any kind, also a pong. @returns whether it is within the limits */
  allowFrame(bytes: number): boolean
  /** The same for a WebSocket ping or pong, which pages cannot send. */
  allowControlFrame(bytes: number): boolean
  allowMessage(): boolean
  /** The limit per minute: it allows a burst after a network hang, and no steady flood. To be called for each message. */
  allowInTheLongRun(): boolean
  /** Counts a message other than ink. */
  allowCommand(): boolean
  allowRefusal(): boolean
}

/** Each is answered with a write of its own, so it counts as many frames. */
const controlFrameWeight = 30

export function createConnectionLimits(clock: Clock, limits: Limits): ConnectionLimits {
  let ofSecond = { frames: 0, bytes: 0, messages: 0, commands: 0 }
  let ofMinute = { messages: 0, refusals: 0 }
  const renewSecond = createRenewal(clock, 1_000, () => {
    ofSecond = { frames: 0, bytes: 0, messages: 0, commands: 0 }
  })
  const renewMinute = createRenewal(clock, 60_000, () => {
    ofMinute = { messages: 0, refusals: 0 }
  })
  const allow = (length: number, weight: number) => {
    renewSecond()
    ofSecond.frames += weight
    ofSecond.bytes += length
    const { frames, bytes } = ofSecond
    return frames <= limits.framesPerConnectionPerSecond && bytes <= limits.bytesPerConnectionPerSecond
  }
  return {
    allowFrame: (length) => allow(length, 1),
    allowControlFrame: (length) => allow(length, controlFrameWeight),
    allowMessage() {
      renewSecond()
      return ++ofSecond.messages <= limits.messagesPerConnectionPerSecond
    },
    allowInTheLongRun() {
      renewMinute()
      return ++ofMinute.messages <= limits.messagesPerConnectionPerMinute
    },
    allowCommand() {
      renewSecond()
      return ++ofSecond.commands <= limits.commandsPerConnectionPerSecond
    },
    allowRefusal() {
      renewMinute()
      return ++ofMinute.refusals <= limits.refusalsPerConnectionPerMinute
    },
  }
}

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
