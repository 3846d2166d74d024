import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'socket.io'
import { settings } from '#game/settings'
import type { Clock } from '#server/clock'
import { isOwnOrigin } from '#server/http/own-origin'
import { setSecurityHeaders } from '#server/http/security-headers'
import type { Limits } from '#server/limits'
import type { GameSocket } from './connection'
import type { RateLimit } from './rate-limits'

type AdmissionParts = {
  readonly clock: Clock
  readonly limits: Limits
  readonly handshakes: RateLimit
  /** The address that limits go by. */
  readonly addressOf: (request: IncomingMessage) => string
  readonly publicUrl?: string
  readonly isOpen: () => boolean
}

/** What engine.io has read of a request before it asks a middleware. */
type EngineRequest = IncomingMessage & { readonly _query?: { readonly sid?: string } }

/** Who may connect, and what holds for a connection below socket.io: the same by WebSocket and by long polling. */
export function createAdmission({ clock, limits, handshakes, addressOf, publicUrl, isOpen }: AdmissionParts) {
  const perAddress = new Map<string, number>()
  let onAllGone = () => {}
  /** As they were at the handshake: a polling connection outlives the request that opened it. */
  const addresses = new WeakMap<object, string>()

  /** @returns null, or the reason why not */
  async function mayConnect(request: IncomingMessage): Promise<string | null> {
    const address = addressOf(request)
    if (!isOpen()) return 'server-closing'
    if (isForeign(request, publicUrl)) return 'foreign-origin'
    if ((perAddress.get(address) ?? 0) >= limits.connectionsPerAddress) return 'too-many-connections'
    return (await handshakes.allows(address)) ? null : 'too-many-from-here'
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
    const isHandshake = !request._query?.sid
    if (request.headers.upgrade !== undefined) {
      // A connection keeps the transport it began with.
      next(isHandshake ? undefined : new Error('no upgrade'))
      return
    }
    setSecurityHeaders(response, { isDevelopment: false, publicUrl })
    response.setHeader('cache-control', 'no-store')
    // Who goes on sending after the answer is not listened to.
    response.once('finish', () => request.complete || request.destroy())
    if (request.method !== 'GET' && request.method !== 'POST') response.writeHead(405).end()
    else if (Number(request.headers['content-length'] ?? 0) > settings.maxMessageBytes)
      response.writeHead(413, { connection: 'close' }).end()
    else if (!isHandshake && isForeign(request, publicUrl)) response.writeHead(403).end('foreign-origin')
    else next()
  }

  function follow(conn: GameSocket['conn']): void {
    const address = addressOf(conn.request)
    addresses.set(conn, address)
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1)
    conn.once('close', () => {
      const rest = (perAddress.get(address) ?? 0) - 1
      if (rest > 0) perAddress.set(address, rest)
      else perAddress.delete(address)
      if (perAddress.size === 0) onAllGone()
    })
    limitFrames(conn, clock, limits.framesPerConnectionPerSecond)
  }

  return {
    mayConnect,
    addressOf: ({ conn }: GameSocket) => addresses.get(conn) ?? '',
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

/** Frames that are no messages (pongs, acknowledgements) cost time too, and one POST may hold thousands. */
function limitFrames(conn: GameSocket['conn'], clock: Clock, framesPerSecond: number): void {
  let since = clock.now()
  let frames = 0
  conn.on('packet', () => {
    const now = clock.now()
    if (now - since >= 1_000) {
      since = now
      frames = 0
    }
    if (++frames > framesPerSecond) conn.close(true)
  })
}
