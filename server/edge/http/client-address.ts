import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import proxyaddr from 'proxy-addr'
import type { TrustProxy } from './trust-proxy'

/**
 * Whom a request counts for, in limits and logs: the nearest address that is no trusted proxy, as `addressKey`. A trusted
 * proxy that forwards for something that is no address counts itself.
 */
export function clientAddress(request: IncomingMessage, trustProxy: TrustProxy): string {
  return addressKey(proxyaddr(request, trustProxy)) ?? addressKey(peerOf(request)) ?? ''
}

/** Where a request comes from, as limits see it. */
export type Source = {
  readonly address: string
  /** A proxy that is not trusted stands there, for nobody knows how many. */
  readonly isShared: boolean
}

export function sourceOf(request: IncomingMessage, trustProxy: TrustProxy): Source {
  const isShared = !isFromTrustedProxy(request, trustProxy) && comesThroughProxy(request)
  return { address: clientAddress(request, trustProxy), isShared }
}

/** Whether the other end of this connection is a proxy whose `X-Forwarded-*` counts. */
export function isFromTrustedProxy(request: IncomingMessage, trustProxy: TrustProxy): boolean {
  return trustProxy(peerOf(request), 0)
}

/**
 * An IPv4 address is one household or class. An IPv6 household has a /64 at least, and all its addresses are one key.
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
 * Whether a request shows a trace of a proxy that nobody told us of. Those who come straight to us speak HTTP/1.1 and keep
 * their connections, but for one that becomes a WebSocket.
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

/** Whether the other end of the connection is this machine itself. */
export function isFromLoopback(request: IncomingMessage): boolean {
  const peer = peerOf(request)
  return isIP(peer) !== 0 && ipaddr.process(peer).range() === 'loopback'
}

function peerOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? ''
}
