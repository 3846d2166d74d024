import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'socket.io'
import type { Refusal } from '#game/protocol/refusal'
import { settings } from '#game/settings'
import type { Abuse } from '#server/edge/abuse'
import { createKeyedWindow } from '#server/edge/fixed-window'
import { announcesMore } from '#server/edge/http/body'
import type { Source } from '#server/edge/http/client-address'
import { isOwnOrigin } from '#server/edge/http/own-origin'
import { endAfterBody } from '#server/edge/http/refuse'
import { setSecurityHeaders } from '#server/edge/http/security-headers'
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
  readonly sourceOf: (request: IncomingMessage) => Source
  readonly publicUrl?: string
  readonly isOpen: () => boolean
}

/** What engine.io has read of a request before it asks a middleware. */
type EngineRequest = IncomingMessage & { readonly _query?: { readonly sid?: string } }

/** Who may connect, and what holds for a connection below socket.io: the same by WebSocket and by long polling. */
export function createAdmission({
  clock,
  limits,
  metrics,
  abuse,
  sourceOf,
  publicUrl,
  isOpen,
}: AdmissionParts) {
  const perAddress = new Map<string, number>()
  const handshakes = createKeyedWindow(clock, 60_000)
  let onAllGone = () => {}
  /** As they were at the handshake: a polling connection outlives the request that opened it. */
  const known = new WeakMap<object, Source & { readonly limits: ConnectionLimits }>()

  function refusalOf(request: IncomingMessage): Refusal | null {
    const { address } = sourceOf(request)
    if (!isOpen()) return 'server-closing'
    if (isForeign(request, publicUrl)) return 'foreign-origin'
    if (abuse.isBarred(address) || handshakes.add(address) > limits.handshakesPerAddressPerMinute)
      return 'too-many-from-here'
    return (perAddress.get(address) ?? 0) < limits.connectionsPerAddress ? null : 'too-many-connections'
  }

  /** @returns null, or the reason why not */
  function mayConnect(request: IncomingMessage): Refusal | null {
    const refusal = refusalOf(request)
    if (refusal) metrics.refused(refusal)
    return refusal
  }

  /**
   * engine.io asks `allowRequest` for the handshake alone; with polling, many requests follow it. What they carry is known
   * by its session id, which is secret; whose page sends it, and how much, is checked each time.
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
      // A connection keeps the transport it began with.
      next(isHandshake ? undefined : new Error('no upgrade'))
      return
    }
    setSecurityHeaders(request, response, { isDevelopment: false, publicUrl })
    response.setHeader('cache-control', 'no-store')
    // Who goes on sending after the answer is not listened to.
    response.once('finish', () => request.complete || request.destroy())
    const reject = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' })
      endAfterBody(request, response, text, limits.lingerMs)
    }
    if (request.method !== 'GET' && request.method !== 'POST') reject(405, 'bad-message')
    else if (announcesMore(request, settings.maxMessageBytes)) reject(413, 'too-large')
    else if (!isHandshake && isForeign(request, publicUrl)) reject(403, 'foreign-origin')
    else next()
  }

  function follow(conn: GameSocket['conn']): void {
    const source = sourceOf(conn.request)
    const { address } = source
    const connectionLimits = createConnectionLimits(clock, limits)
    known.set(conn, { ...source, limits: connectionLimits })
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1)
    conn.once('close', () => {
      const rest = (perAddress.get(address) ?? 0) - 1
      if (rest > 0) perAddress.set(address, rest)
      else perAddress.delete(address)
      if (perAddress.size === 0) onAllGone()
    })
    // Handshakes that came in one packet were all asked before one of them was counted.
    if ((perAddress.get(address) ?? 0) > limits.connectionsPerAddress) terminate(conn)
    limitFrames(conn, connectionLimits, () => abuse.flooded(source))
  }

  return {
    mayConnect,
    /** What was found out about the connection below a socket. */
    about({ conn }: GameSocket) {
      const about = known.get(conn)
      if (!about) throw new Error('a socket on a connection that was not admitted')
      return about
    },
    /** Resolves once no connection is left, and in any case after `patienceMs`. */
    allGone(patienceMs: number): Promise<void> {
      return new Promise((resolve) => {
        if (perAddress.size === 0) return resolve()
        const timer = setTimeout(resolve, patienceMs)
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

/** A page's own GET carries no Origin; where it can, the browser says in another way whose page it is. */
function isForeign(request: IncomingMessage, publicUrl?: string): boolean {
  if (!isOwnOrigin(request, publicUrl)) return true
  const { origin, 'sec-fetch-site': site = 'none' } = request.headers
  return origin === undefined && site !== 'same-origin' && site !== 'none'
}

/**
 * Frames that are no messages (pongs, acknowledgements, those of WebSocket itself) cost time too, and one POST may hold
 * thousands. Those of a WebSocket are counted before they are read, and also after its connection was closed politely: then
 * seconds of ink may still be on their way, and no more.
 */
function limitFrames(
  conn: GameSocket['conn'],
  connectionLimits: ConnectionLimits,
  onTerminate: () => void,
): void {
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
    return
  }
  const takeControlFrame = (data: Buffer) => {
    if (!connectionLimits.allowControlFrame(data.length)) end()
  }
  socket.prependListener('message', (data: Buffer) => take(data.length))
  socket.on('ping', takeControlFrame).on('pong', takeControlFrame)
  // What is no WebSocket, or a message in too many pieces. `ws` would close politely.
  socket.on('error', end)
}
