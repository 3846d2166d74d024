import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'

type Asked = Pick<IncomingMessage, 'headers'>

/**
 * Suffixes that cannot exist in the public DNS: reserved for local networks (RFC 6761, 6762, 8375), or used by routers and never
 * delegated. `fritz.box` belongs to the maker of a router, and means that router.
 */
const localSuffix =
  /(^|\.)(localhost|local|test|internal|home\.arpa|localdomain|lan|home|corp|intranet|fritz\.box)$/

/**
 * Whether nobody outside can own this name: an IP address, a name without a dot, a local suffix, or this machine's own. The owner of
 * any other name could resolve it to our address, so that their page in a visitor's browser is same-origin with us (DNS rebinding).
 * @param name as a URL has it: in lower case, IPv6 in brackets
 */
export function isLocalName(name: string, machineName = hostname()): boolean {
  const bare = name.replace(/\.$/, '')
  if (isIP(bare.replace(/^\[|\]$/g, ''))) return true
  return !bare.includes('.') || localSuffix.test(bare) || bare === machineName.toLowerCase()
}

/** A Host header as a URL; null if it is invalid. */
export function parseHost(host: string | undefined, scheme = 'http:'): URL | null {
  if (!host || !/^(\[[\da-f:.]+\]|[^\s/?#@\\:[\]]+)(:\d*)?$/i.test(host)) return null
  return URL.canParse(`${scheme}//${host}`) ? new URL(`${scheme}//${host}`) : null
}

/**
 * Whether requests with this Host are answered. With a public address there is a proxy, which may send any Host or none; then the
 * Origin alone decides.
 */
export function isAllowedHost({ headers }: Asked, publicUrl?: string): boolean {
  if (publicUrl !== undefined) return true
  const asked = parseHost(headers.host)
  return asked !== null && isLocalName(asked.hostname)
}

/**
 * The same-origin check against CSRF, for sockets, posts, Server Actions and pages. Allowed are pages of the public address, and of
 * a local name that equals the Host. Programs other than browsers send no Origin, and no cookie of a player; a browser that omits it
 * sends `Sec-Fetch-Site` (Fetch Metadata, W3C).
 */
export function isSameOrigin(request: Asked, publicUrl?: string): boolean {
  const { origin, host } = request.headers
  if (!isAllowedHost(request, publicUrl)) return false
  if (origin === undefined)
    return /^(same-origin|none)$/.test(String(request.headers['sec-fetch-site'] ?? 'none'))
  if (!/^https?:/.test(origin) || !URL.canParse(origin)) return false
  const page = new URL(origin)
  if (publicUrl !== undefined && isPublicPage(page, new URL(publicUrl))) return true
  return isLocalName(page.hostname) && parseHost(host, page.protocol)?.host === page.host
}

/** A public address by http may also be reached by https, never the other way round. */
function isPublicPage(page: URL, known: URL): boolean {
  return page.host === known.host && (page.protocol === 'https:' || known.protocol === 'http:')
}
