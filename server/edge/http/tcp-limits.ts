import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Abuse } from '#server/edge/abuse'
import { createFixedWindow, createKeyedWindow, type FixedWindow } from '#server/edge/fixed-window'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'
import { addressKey, sourceOf } from './client-address'
import { createPacedReading } from './paced-reading'
import type { TrustProxy } from './trust-proxy'
import { createTurns } from './turns'

/** Short, so that what is read at once of those who flood is little. */
const turnsWindowMs = 100

type TcpParts = {
  readonly clock: Clock
  readonly limits: Limits
  readonly trustProxy: TrustProxy
  readonly abuse: Abuse
}

/** A connection that counts for its peer address. */
type Limited = {
  readonly address: string
  readonly requests: FixedWindow
  readonly release: () => void
  /** Requests in this turn of the event loop: pipelined ones. */
  atOnce: number
}

/**
 * TCP limits, whatever is sent on the connections: how many one address has open and opens in a second, how many there are in all, how
 * many requests one of them sends, and how many WebSockets one address asks for. A connection over a limit is destroyed before a byte
 * is read; those of an address that floods are read in turn, so that everybody who shares it reads why they are refused. Connections
 * of a trusted proxy are not limited, for it stands for many. With TRUST_PROXY=1 a connection belongs to a proxy as soon as something
 * is forwarded on it, and is limited until then.
 */
export function limitTcp(server: Server, { clock, limits, trustProxy, abuse }: TcpParts): void {
  const open = new Map<string, number>()
  const opens = createKeyedWindow(clock, 1_000)
  const requests = createKeyedWindow(clock, 1_000)
  const upgrades = createKeyedWindow(clock, 1_000)
  const limited = new WeakMap<Socket, Limited>()
  const reading = createPacedReading(server)
  const turns = createTurns(clock, turnsWindowMs, limits.tcpTurnsOfFloodersPerWindow)
  server.maxConnections = limits.tcpOfAll
  server.on('drop', (dropped) => {
    abuse.terminated('tcp-of-all', addressKey(dropped?.remoteAddress ?? '') ?? '')
  })

  function follow(socket: Socket, address: string): void {
    open.set(address, (open.get(address) ?? 0) + 1)
    let isCounted = true
    const release = () => {
      if (!isCounted) return
      isCounted = false
      limited.delete(socket)
      const rest = (open.get(address) ?? 0) - 1
      if (rest > 0) open.set(address, rest)
      else open.delete(address)
    }
    socket.once('close', release)
    limited.set(socket, { address, requests: createFixedWindow(clock, 1_000), release, atOnce: 0 })
  }

  server.prependListener('connection', (socket) => {
    const { remoteAddress = '' } = socket
    if (trustProxy(remoteAddress, 0) && !trustProxy.isByCount) return
    const address = addressKey(remoteAddress) ?? ''
    follow(socket, address)
    // A proxy may open many, and is recognised only by its first request.
    const isSlow = trustProxy.isByCount || opens.add(address) <= limits.tcpOpensPerAddressPerSecond
    if (isSlow && (open.get(address) ?? 0) <= limits.tcpPerAddress) return
    abuse.terminated('tcp-per-address', address)
    socket.destroy()
  })

  // After Node's own, which gives the socket to its parser.
  server.on('connection', (socket) => {
    const address = limited.get(socket)?.address
    if (address === undefined || socket.destroyed) return
    reading.pace(socket, (go) => {
      if (abuse.isFlooding(address)) socket.once('close', turns.wait(address, go))
      else go()
    })
  })

  function isWithin(from: Limited): boolean {
    const most = abuse.isBlocked(from.address)
      ? limits.refusedRequestsPerTcpPerSecond
      : limits.requestsPerTcpPerSecond
    if (from.atOnce++ === 0)
      setImmediate(() => {
        from.atOnce = 0
      })
    const isSlow = from.requests.add() <= most && from.atOnce <= limits.requestsAtOncePerTcp
    return requests.add(from.address) <= limits.requestsPerAddressPerSecond && isSlow
  }

  const isForwarded = ({ headers }: IncomingMessage) => headers['x-forwarded-for'] !== undefined

  // Node still emits the pipelined requests that follow in the packet; they are ignored.
  server.prependListener('request', (request) => {
    const { socket } = request
    const from = limited.get(socket)
    if (!from || socket.destroyed) return
    if (trustProxy.isByCount && isForwarded(request)) from.release()
    else if (!isWithin(from)) {
      abuse.flooded(sourceOf(request, trustProxy))
      socket.destroy()
    }
  })
  // Refused ones are no `request`, and each has a connection of its own.
  server.prependListener('upgrade', (request) => {
    const from = limited.get(request.socket)
    if (!from) return
    if (trustProxy.isByCount && isForwarded(request)) from.release()
    else if (upgrades.add(from.address) > limits.upgradesPerAddressPerSecond) {
      abuse.flooded(sourceOf(request, trustProxy))
      request.socket.destroy()
    }
  })
}
