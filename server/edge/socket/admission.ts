import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'socket.io'
import type { Refusal } from '#game/protocol/refusal'
import { settings } from '#game/settings'
import type { Abuse } from '#server/edge/abuse'
import { createKeyedWindow } from '#server/edge/fixed-window'
import { announcesMore } from '#server/edge/http/body'
import type { ClientSource } from '#server/edge/http/client-address'
import { endAfterBody } from '#server/edge/http/refuse'
import { isSameOrigin } from '#server/edge/http/same-origin'
import { createSecurityHeaders } from '#server/edge/http/security-headers'
import type { Limits } from '#server/edge/limits'
import type { Metrics } from '#server/edge/operations/metrics'
import type { Clock } from '#server/host/clock'
import type { GameSocket } from './connection'
import { type ConnectionLimits, createConnectionLimits } from './connection-limits'
import { terminate, webSocketOf } from './terminate'

type AdmissionParts = {
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: Pick<Metrics, 'refused'>
  readonly abuse: Abuse
  readonly sourceOf: (request: IncomingMessage) => ClientSource
  readonly publicUrl?: string
  readonly isOpen: () => boolean
}

type About = ClientSource & {
  readonly limits: ConnectionLimits
  /** Shows each text frame of a WebSocket to `isTaken` first, and to engine.io only where that says no. */
  interceptFrames(isTaken: (frame: Buffer) => boolean): void
}

/** A request with the query that engine.io has parsed. */
type EngineRequest = IncomingMessage & { readonly _query?: { readonly sid?: string } }

/** Admission control for both transports: handshake limits, origin check, and frame limits below socket.io. */
export function createAdmission({
  clock,
  limits,
  metrics,
  abuse,
  sourceOf,
  publicUrl,
  isOpen,
}: AdmissionParts) {
  const setSecurityHeaders = createSecurityHeaders({ isDevelopment: false, publicUrl })
  const perAddress = new Map<string, number>()
  const handshakes = createKeyedWindow(clock, 60_000)
  let onAllGone = () => {}
  /** As of the handshake: a polling connection consists of many requests. */
  const known = new WeakMap<object, About>()

  function refusalOf(request: IncomingMessage): Refusal | null {
    const { address } = sourceOf(request)
    if (!isOpen()) return 'server-closing'
    if (!isSameOrigin(request, publicUrl)) return 'foreign-origin'
    if (abuse.isBlocked(address) || handshakes.add(address) > limits.handshakesPerAddressPerMinute)
      return 'too-many-from-here'
    return (perAddress.get(address) ?? 0) < limits.connectionsPerAddress ? null : 'too-many-connections'
  }

  /** @returns null when it may */
  function mayConnect(request: IncomingMessage): Refusal | null {
    const refusal = refusalOf(request)
    if (refusal) metrics.refused(refusal)
    return refusal
  }

  /**
   * engine.io calls `allowRequest` for the handshake alone; with polling, many requests follow. They are authenticated by their
   * secret session id; origin, method and size are checked here for each one.
   */
  function checkRequest(
    request: EngineRequest,
    response: ServerResponse,
    next: (error?: Error) => void,
  ): void {
    if (request.socket.destroyed) {
      next(new Error('cut'))
      return
    }
    const isHandshake = !request._query?.sid
    if (request.headers.upgrade !== undefined) {
      // No upgrades: a connection keeps its first transport.
      next(isHandshake ? undefined : new Error('no upgrade'))
      return
    }
    setSecurityHeaders(request, response)
    response.setHeader('cache-control', 'no-store')
    // A client that goes on sending after the answer is disconnected.
    response.once('finish', () => request.complete || request.destroy())
    const reject = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' })
      endAfterBody(request, response, text, limits.lingerMs)
    }
    if (request.method !== 'GET' && request.method !== 'POST') reject(405, 'bad-message')
    else if (announcesMore(request, settings.maxMessageBytes)) reject(413, 'too-large')
    else if (!isHandshake && !isSameOrigin(request, publicUrl)) reject(403, 'foreign-origin')
    else next()
  }

  function follow(conn: GameSocket['conn']): void {
    const source = sourceOf(conn.request)
    const { address } = source
    const connectionLimits = createConnectionLimits(clock, limits)
    const interceptFrames = limitFrames(conn, connectionLimits, () => abuse.flooded(source))
    known.set(conn, { ...source, limits: connectionLimits, interceptFrames })
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1)
    conn.once('close', () => {
      const rest = (perAddress.get(address) ?? 0) - 1
      if (rest > 0) perAddress.set(address, rest)
      else perAddress.delete(address)
      if (perAddress.size === 0) onAllGone()
    })
    // Handshakes in one packet were all allowed before the first of them was counted.
    if ((perAddress.get(address) ?? 0) > limits.connectionsPerAddress) terminate(conn)
  }

  return {
    mayConnect,
    /** What is known about the connection below a socket. */
    about({ conn }: GameSocket) {
      const about = known.get(conn)
      if (!about) throw new Error('a socket on a connection that was not admitted')
      return about
    },
    /** Resolves once no connection is left, or after `timeoutMs`. */
    allGone(timeoutMs: number): Promise<void> {
      return new Promise((resolve) => {
        if (perAddress.size === 0) return resolve()
        const timer = setTimeout(resolve, timeoutMs)
        onAllGone = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
    guard({ engine }: Pick<Server, 'engine'>): void {
      engine.use(checkRequest)
      engine.on('connection', follow)
    },
  }
}

/**
 * Rate limit on frames, for frames that are not messages (pongs, acknowledgements, control frames) cost time too, and one POST may
 * hold thousands. Those of a WebSocket are counted before they are parsed, and also after a close frame was sent, when a backlog
 * of ink may still arrive.
 */
function limitFrames(
  conn: GameSocket['conn'],
  connectionLimits: ConnectionLimits,
  onTerminate: () => void,
): About['interceptFrames'] {
  let isTaken = (_frame: Buffer) => false
  let isTerminated = false
  const end = () => {
    if (isTerminated) return
    isTerminated = true
    onTerminate()
    terminate(conn)
  }
  const take = (bytes = 0) => {
    if (!connectionLimits.allowFrame(bytes)) end()
  }
  const socket = webSocketOf(conn)
  if (!socket) {
    conn.on('packet', ({ data }: { data?: string }) => take(data?.length))
    return () => {}
  }
  const takeControlFrame = (data: Buffer) => {
    if (!connectionLimits.allowControlFrame(data.length)) end()
  }
  const readers = socket.listeners('message')
  socket.removeAllListeners('message')
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    take(data.length)
    if (isTerminated || (!isBinary && isTaken(data))) return
    for (const read of readers) read.call(socket, data, isBinary)
  })
  socket.on('ping', takeControlFrame).on('pong', takeControlFrame)
  // A protocol error, or too many fragments; `ws` alone would send a close frame and wait.
  socket.on('error', end)
  return (taken) => {
    isTaken = taken
  }
}
