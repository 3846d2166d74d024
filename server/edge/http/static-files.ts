import { readdir } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'

const prefix = '/_next/static/'

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
