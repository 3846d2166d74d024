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

/** A connection that counts for the address at its other end. */
type Limited = {
  readonly address: string
  readonly requests: FixedWindow
  readonly release: () => void
  /** Requests in this turn of the event loop. */
  atOnce: number
}

/**
 * Bounds TCP connections, whatever comes on them or does not: how many one address has open and opens in a second, how many
 * there are, and how much is asked on one of them. One too many is cut before a byte of it is read; of an address that floods
 * over and over each is read in turn, so that all who share it read why they are refused. A trusted proxy has no limit of its
 * own, for it stands for many; they are counted by what it forwards. Where proxies are only counted (TRUST_PROXY=1), a
 * connection is one's as soon as something is forwarded on it, and until then limited as all others.
 */
export function limitTcp(server: Server, { clock, limits, trustProxy, abuse }: TcpParts): void {
  const open = new Map<string, number>()
  const opens = createKeyedWindow(clock, 1_000)
  const requests = createKeyedWindow(clock, 1_000)
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
    // How fast a proxy opens them cannot be held against it, and what it is shows only later.
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
    const most = abuse.isBarred(from.address)
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

  // Pipelined requests all come from one packet: those after the cut are for nobody.
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
  server.prependListener('upgrade', (request) => {
    if (trustProxy.isByCount && isForwarded(request)) limited.get(request.socket)?.release()
  })
}
