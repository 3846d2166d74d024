import type { IncomingMessage } from 'node:http'
import { isFromTrustedProxy } from './client-address'
import { parseHost } from './same-origin'
import type { TrustProxy } from './trust-proxy'

/**
 * Normalises the request target: `url` becomes the path as pages read it, without `.`, `..` and backslashes, so that limits by path
 * see the same one, and decodable; `headers.host` becomes the requested host, which a request may also name in its first line, and a
 * trusted proxy in `X-Forwarded-Host`.
 */
export function normaliseTarget(request: IncomingMessage, trustProxy: TrustProxy): void {
  const { url = '', headers } = request
  const [forwarded] = [headers['x-forwarded-host'] ?? []].flat().join().split(',')
  if (forwarded && isFromTrustedProxy(request, trustProxy)) headers.host = forwarded.trim()
  const isAbsolute = /^https?:\/\//i.test(url) && URL.canParse(url)
  if (!isAbsolute && !url.startsWith('/')) return
  const { host, pathname, search } = new URL(isAbsolute ? url : `http://localhost${url}`)
  if (isAbsolute) headers.host = host
  request.url = decodable(pathname) + search
}

/** A path that was cut off within an encoded letter has its percent signs taken literally: Next would fail, and not say "not found". */
function decodable(pathname: string): string {
  try {
    decodeURIComponent(pathname)
    return pathname
  } catch {
    return pathname.replaceAll('%', '%25')
  }
}

/** Whether the target is ambiguous or missing. No browser sends that. Since HTTP/1.1 every request names its Host (RFC 9112, 3.2). */
export function isMalformed(request: IncomingMessage, publicUrl?: string): boolean {
  const { url = '', headers, rawHeaders, httpVersion } = request
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length
  const isNamed = headers.host === undefined ? publicUrl !== undefined : parseHost(headers.host) !== null
  return !url.startsWith('/') || hosts > 1 || (hosts === 0 && httpVersion !== '1.0') || !isNamed
}
