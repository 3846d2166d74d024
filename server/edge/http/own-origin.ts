import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'

type Asked = Pick<IncomingMessage, 'headers'>

/**
 * What comes before the last dot of no name in the public DNS: reserved for local networks (RFC 6761, 6762, 8375), or used for
 * them by routers and never delegated. `fritz.box` is a maker's own, and means their router.
 */
const localSuffix =
  /(^|\.)(localhost|local|test|internal|home\.arpa|localdomain|lan|home|corp|intranet|fritz\.box)$/

/**
 * Whether nobody outside can own this name: an IP address, a name without a dot, a local suffix, or this machine's own. Who
 * owns a name may let it mean our address, and so have their page in a visitor's browser speak with us as with itself (DNS
 * rebinding).
 * @param name as a URL has it: in lower case, IPv6 in brackets
 */
export function isLocalName(name: string, machineName = hostname()): boolean {
  const bare = name.replace(/\.$/, '')
  if (isIP(bare.replace(/^\[|\]$/g, ''))) return true
  return !bare.includes('.') || localSuffix.test(bare) || bare === machineName.toLowerCase()
}

/** The address a Host header names, as a URL; null for what is none. */
export function parseHost(host: string | undefined, scheme = 'http:'): URL | null {
  if (!host || !/^(\[[\da-f:.]+\]|[^\s/?#@\\:[\]]+)(:\d*)?$/i.test(host)) return null
  return URL.canParse(`${scheme}//${host}`) ? new URL(`${scheme}//${host}`) : null
}

/**
 * Whether we may be asked under this Host. With a public address there is a proxy, which may pass on any name or none; who
 * speaks for a player is then told by the Origin alone.
 */
export function isOwnHost({ headers }: Asked, publicUrl?: string): boolean {
  if (publicUrl !== undefined) return true
  const asked = parseHost(headers.host)
  return asked !== null && isLocalName(asked.hostname)
}

/**
 * The one rule for sockets, posts, Server Actions and pages: a page of another site must not speak for the player whose
 * cookie the browser adds. Our own are pages at the public address, and at a local name where the Host is the same. Programs
 * that are no browser send no origin, and no cookie but their own; a browser that leaves it out says where the page was by
 * `Sec-Fetch-Site` (Fetch Metadata, W3C).
 */
export function isOwnOrigin(request: Asked, publicUrl?: string): boolean {
  const { origin, host } = request.headers
  if (!isOwnHost(request, publicUrl)) return false
  if (origin === undefined)
    return /^(same-origin|none)$/.test(String(request.headers['sec-fetch-site'] ?? 'none'))
  if (!/^https?:/.test(origin) || !URL.canParse(origin)) return false
  const page = new URL(origin)
  if (publicUrl !== undefined && isPublicPage(page, new URL(publicUrl))) return true
  return isLocalName(page.hostname) && parseHost(host, page.protocol)?.host === page.host
}

/** A public address by http may be reached by https too, never the other way round. */
function isPublicPage(page: URL, known: URL): boolean {
  return page.host === known.host && (page.protocol === 'https:' || known.protocol === 'http:')
}
