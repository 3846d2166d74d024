import type { IncomingMessage } from 'node:http'
import { comesThroughProxy, isFromTrustedProxy } from './client-address'
import { isFromPages } from './present-target'
import { parseHost } from './same-origin'
import type { TrustProxy } from './trust-proxy'

/**
 * Redirects plain http to https where the public address is https, for cookies are `Secure` there. The server itself speaks plain
 * http to visitors and proxies alike, so it must be certain that no proxy has terminated TLS, or the redirect would loop.
 *
 * @returns the same URL by https; null when the client came by https, or may have
 */
export function httpsAddressFor(
  request: IncomingMessage,
  trustProxy: TrustProxy,
  publicUrl?: string,
): string | null {
  if (!publicUrl?.startsWith('https:') || (request.method !== 'GET' && request.method !== 'HEAD')) return null
  // Browsers send Fetch Metadata by https and to localhost only.
  if (request.headers['sec-fetch-site'] !== undefined || isFromPages(request)) return null
  const isPlain = isFromTrustedProxy(request, trustProxy)
    ? isForwardedPlain(request)
    : !comesThroughProxy(request) && !isAskedAs(publicUrl, request)
  return isPlain ? publicUrl + request.url : null
}

/** Whether every proxy on the way reports plain http: the first may not see what the second does. */
function isForwardedPlain({ headers }: IncomingMessage): boolean {
  const said = [headers['x-forwarded-proto'] ?? []].flat().join()
  return said !== '' && said.split(',').every((scheme) => scheme.trim().toLowerCase() === 'http')
}

/** A direct client sends our port in Host; a proxy that terminates TLS sends the public one. */
function isAskedAs(publicUrl: string, { headers }: IncomingMessage): boolean {
  return parseHost(headers.host, 'https:')?.host === new URL(publicUrl).host
}
