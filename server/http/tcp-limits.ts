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
  server.maxConnections = limits.tcpOfAll
  server.on('drop', (dropped) => {
    abuse.terminated('tcp-of-all', addressKey(dropped?.remoteAddress ?? '') ?? '')
  })

  const requests = new WeakMap<Socket, FixedWindow>()

  /** @returns whether it may stay */
  function take(socket: Socket, address: string): boolean {
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const rest = (open.get(address) ?? 0) - 1
      if (rest > 0) open.set(address, rest)
      else open.delete(address)
    })
    return opens.add(address) <= limits.tcpOpensPerAddressPerSecond && count <= limits.tcpPerAddress
  }

  server.prependListener('connection', (socket) => {
    const { remoteAddress = '' } = socket
    if (trustProxy(remoteAddress, 0)) return
    const address = addressKey(remoteAddress) ?? ''
    if (take(socket, address) && !abuse.isBarred(address)) {
      requests.set(socket, createFixedWindow(systemClock, 1_000))
      return
    }
    abuse.terminated('tcp-per-address', address)
    socket.destroy()
  })
  server.prependListener('request', ({ socket }) => {
    const count = requests.get(socket)?.add() ?? 0
    if (count <= limits.requestsPerTcpPerSecond || socket.destroyed) return
    abuse.terminated('flood', addressKey(socket.remoteAddress ?? '') ?? '')
    socket.destroy()
  })
}
