import { readdir } from 'node:fs/promises'
import type { IncomingMessage, RequestListener } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'

const prefix = '/_next/static/'
/** A year, s: the longest that caches keep. */
const maxAge = 31_536_000

/**
 * Lists what the build wrote for browsers: scripts, styles and fonts.
 * @param buildFolder Next's, `.next`
 * @returns the URL path of each file
 * @throws Error when nothing was built
 */
export async function listStaticFiles(buildFolder: string): Promise<ReadonlySet<string>> {
  const folder = path.join(buildFolder, 'static')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Set(
    files.map(({ parentPath, name }) => {
      const parts = path.relative(folder, path.join(parentPath, name)).split(path.sep)
      return prefix + parts.map(encodeURIComponent).join('/')
    }),
  )
}

/**
 * Sends what the build wrote for browsers, as it was compressed then. The names hold a hash of the contents, so it never changes.
 * @param buildFolder Next's, `.next`
 */
export function createStaticSender(buildFolder: string): RequestListener {
  const send = sirv(path.join(buildFolder, 'static'), { brotli: true, gzip: true, immutable: true, maxAge })
  return (request, response) => {
    request.url = request.url?.slice(prefix.length - 1)
    send(request, response)
  }
}

/**
 * @param files without them, in development, every file is taken to exist
 * @returns `file`: it is sent without rendering, so that neither the limit nor the queue of pages holds it up; `missing`: Next would
 * render a whole page to say so; null for everything else
 */
export function staticFileState(
  { url = '', method }: IncomingMessage,
  files?: ReadonlySet<string>,
): 'file' | 'missing' | null {
  const [urlPath = ''] = url.split('?')
  if (!urlPath.startsWith(prefix)) return null
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && (!files || files.has(urlPath)) ? 'file' : 'missing'
}
