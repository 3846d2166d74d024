import { type ServerOptions, WebSocketServer } from 'ws'
import { createFixedWindow } from '#server/edge/fixed-window'
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
  const frames = createFixedWindow(clock, 1_000)
  const bytes = createFixedWindow(clock, 1_000)
  const messages = createFixedWindow(clock, 1_000)
  const messagesOfMinute = createFixedWindow(clock, 60_000)
  const commands = createFixedWindow(clock, 1_000)
  const refusals = createFixedWindow(clock, 60_000)
  const allow = (length: number, weight: number) => {
    const isFew = frames.add(weight) <= limits.framesPerConnectionPerSecond
    return bytes.add(length) <= limits.bytesPerConnectionPerSecond && isFew
  }
  return {
    allowFrame: (length) => allow(length, 1),
    allowControlFrame: (length) => allow(length, controlFrameWeight),
    allowMessage: () => messages.add() <= limits.messagesPerConnectionPerSecond,
    allowInTheLongRun: () => messagesOfMinute.add() <= limits.messagesPerConnectionPerMinute,
    allowCommand: () => commands.add() <= limits.commandsPerConnectionPerSecond,
    allowRefusal: () => refusals.add() <= limits.refusalsPerConnectionPerMinute,
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
