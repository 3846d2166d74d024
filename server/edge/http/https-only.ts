import type { IncomingMessage } from 'node:http'
import { comesThroughProxy, isFromTrustedProxy } from './client-address'
import { parseHost } from './own-origin'
import { isFromPages } from './present-target'
import type { TrustProxy } from './trust-proxy'

/**
 * Where a visitor who came by plain http has to go when players use https: their cookies are kept by https alone. We speak
 * plain http to visitors and to proxies alike, so it must be known that no proxy has taken the https off; who sends a visitor
 * on that came by https sends them round in circles.
 *
 * @returns the address of the same page by https; null when they came by it, or may have
 */
export function httpsAddressFor(
  request: IncomingMessage,
  trustProxy: TrustProxy,
  publicUrl?: string,
): string | null {
  if (!publicUrl?.startsWith('https:') || (request.method !== 'GET' && request.method !== 'HEAD')) return null
  // Browsers tell where a request comes from by https only, and on the machine itself.
  if (request.headers['sec-fetch-site'] !== undefined || isFromPages(request)) return null
  const isPlain = isFromTrustedProxy(request, trustProxy)
    ? isForwardedPlain(request)
    : !comesThroughProxy(request) && !isAskedAs(publicUrl, request)
  return isPlain ? publicUrl + request.url : null
}

/** Each proxy on the way says plain http: the first may not see what the second does. */
function isForwardedPlain({ headers }: IncomingMessage): boolean {
  const said = [headers['x-forwarded-proto'] ?? []].flat().join()
  return said !== '' && said.split(',').every((scheme) => scheme.trim().toLowerCase() === 'http')
}

/** Who comes straight to us has our port in the address; a proxy that has taken the https off leaves the public one. */
function isAskedAs(publicUrl: string, { headers }: IncomingMessage): boolean {
  return parseHost(headers.host, 'https:')?.host === new URL(publicUrl).host
}
