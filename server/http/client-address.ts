import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv4 } from 'node:net'

const nearby = new BlockList()
nearby.addSubnet('127.0.0.0', 8)
nearby.addSubnet('10.0.0.0', 8)
nearby.addSubnet('172.16.0.0', 12)
nearby.addSubnet('192.168.0.0', 16)
nearby.addAddress('::1', 'ipv6')
nearby.addSubnet('fc00::', 7, 'ipv6')

/**
 * The address a request came from, for limits only. A server with a public address sits behind a proxy: what a proxy on
 * the same machine or network adds last to X-Forwarded-For is believed then, and nothing else ever is.
 */
export function clientAddress(request: IncomingMessage, hasPublicUrl: boolean): string {
  const peer = plain(request.socket.remoteAddress ?? '')
  if (!hasPublicUrl || !nearby.check(peer, isIPv4(peer) ? 'ipv4' : 'ipv6')) return peer
  const forwarded = [request.headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim()
  return forwarded || peer
}

function plain(address: string): string {
  return address.replace(/^::ffff:/, '')
}
