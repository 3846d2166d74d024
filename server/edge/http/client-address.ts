import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import proxyaddr from 'proxy-addr'
import type { RoomCode } from '#game/protocol/scalars'
import type { TrustProxy } from './trust-proxy'

/**
 * The client address for rate limits and logs, as `addressKey`: the nearest one that is not a trusted proxy. If a trusted proxy
 * forwards something that is no address, its own counts.
 */
export function clientAddress(request: IncomingMessage, trustProxy: TrustProxy): string {
  return addressKey(proxyaddr(request, trustProxy)) ?? addressKey(peerOf(request)) ?? ''
}

/** The source of a request for rate limits. */
export type ClientSource = {
  readonly address: string
  /** Whether an untrusted proxy is in front, so that the address may stand for many clients. */
  readonly isShared: boolean
}

export function sourceOf(request: IncomingMessage, trustProxy: TrustProxy): ClientSource {
  const isShared = !isFromTrustedProxy(request, trustProxy) && comesThroughProxy(request)
  return { address: clientAddress(request, trustProxy), isShared }
}

/** Whether the peer is a proxy whose `X-Forwarded-*` counts. */
export function isFromTrustedProxy(request: IncomingMessage, trustProxy: TrustProxy): boolean {
  return trustProxy(peerOf(request), 0)
}

/**
 * The key by which addresses are counted: an IPv4 address is one household or class; an IPv6 household has at least a /64, which is one key.
 * @param address with a port, brackets or a zone as some proxies send it
 * @returns null for what is no address
 */
export function addressKey(address: string): string | null {
  const [, bracketed, dotted] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? []
  const bare = bracketed ?? dotted ?? address
  if (!isIP(bare)) return null
  const parsed = ipaddr.process(bare)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const { parts } = parsed as ipaddr.IPv6
  return `${new ipaddr.IPv6([...parts.slice(0, 4), 0, 0, 0, 0])}/64`
}

/** @param key as `addressKey` gives it @returns the /48 of an IPv6 address, null for any other */
export function siteOf(key: string): string | null {
  if (!key.endsWith('/64')) return null
  const { parts } = ipaddr.IPv6.parse(key.slice(0, -3))
  return parts
    .slice(0, 3)
    .map((part) => part.toString(16))
    .join(':')
}

const proxyHeaders = ['forwarded', 'via', 'x-real-ip'] as const

/**
 * Whether a request shows the trace of a proxy. Direct clients speak HTTP/1.1 with keep-alive, except for an upgrade to WebSocket.
 */
export function comesThroughProxy({ headers, httpVersion }: IncomingMessage): boolean {
  const isKept =
    headers.upgrade !== undefined || (headers.connection ?? 'keep-alive').toLowerCase() === 'keep-alive'
  const names = Object.keys(headers)
  return (
    httpVersion !== '1.1' ||
    !isKept ||
    names.some((name) => name.startsWith('x-forwarded-') || proxyHeaders.some((known) => known === name))
  )
}

/** Whether the peer is this machine. */
export function isFromLoopback(request: IncomingMessage): boolean {
  const peer = peerOf(request)
  return isIP(peer) !== 0 && ipaddr.process(peer).range() === 'loopback'
}

function peerOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? ''
}

/**
 * [F8] A keyed hash that stands for an address in a room: equal for all players of that address, different from room to room, and
 * not reversible without the secret. The address itself never enters a room, so it is never written to disk.
 * @param address as `addressKey` gives it: an IPv4 address or an IPv6 network
 */
export function networkMark(secret: string, code: RoomCode, address: string): string {
  return createHmac('sha256', secret).update(`network ${code} ${address}`).digest('base64url').slice(0, 16)
}
