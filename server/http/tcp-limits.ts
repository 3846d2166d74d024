import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Abuse } from '#server/abuse'
import { systemClock } from '#server/clock'
import { createFixedWindow, createKeyedWindow, type FixedWindow } from '#server/fixed-window'
import type { Limits } from '#server/limits'
import { addressKey } from './client-address'
import type { TrustProxy } from './trust-proxy'

type TcpParts = {
  readonly limits: Limits
  readonly trustProxy: TrustProxy
  readonly abuse: Abuse
}

/**
 * Bounds TCP connections, whatever comes on them or does not: how many one address has open and opens in a second, how many
 * there are, and how much is asked on one of them. One too many is cut before a byte of it is read. A trusted proxy has no
 * limit of its own, for it stands for many; they are counted by what it forwards.
 */
export function limitTcp(server: Server, { limits, trustProxy, abuse }: TcpParts): void {
  const open = new Map<string, number>()
  const opens = createKeyedWindow(systemClock, 1_000)
  const requests = createKeyedWindow(systemClock, 1_000)
  const limited = new WeakMap<Socket, { readonly address: string; readonly requests: FixedWindow }>()
  server.maxConnections = limits.tcpOfAll
  server.on('drop', (dropped) => {
    abuse.terminated('tcp-of-all', addressKey(dropped?.remoteAddress ?? '') ?? '')
  })

  /** @returns whether it may stay */
  function take(socket: Socket, address: string): boolean {
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const rest = (open.get(address) ?? 0) - 1
      if (rest > 0) open.set(address, rest)
      else open.delete(address)
    })
    const isSlow = opens.add(address) <= limits.tcpOpensPerAddressPerSecond
    return isSlow && count <= limits.tcpPerAddress && !abuse.isBarred(address)
  }

  server.prependListener('connection', (socket) => {
    const { remoteAddress = '' } = socket
    if (trustProxy(remoteAddress, 0)) return
    const address = addressKey(remoteAddress) ?? ''
    if (take(socket, address)) {
      limited.set(socket, { address, requests: createFixedWindow(systemClock, 1_000) })
      return
    }
    abuse.terminated('tcp-per-address', address)
    socket.destroy()
  })

  // Pipelined requests all come from one packet: those after the cut are for nobody.
  server.prependListener('request', ({ socket }) => {
    const from = limited.get(socket)
    if (!from || socket.destroyed) return
    const isSlow = from.requests.add() <= limits.requestsPerTcpPerSecond
    if (requests.add(from.address) <= limits.requestsPerAddressPerSecond && isSlow) return
    abuse.terminated('flood', from.address)
    socket.destroy()
  })
}
