import type { IncomingMessage } from 'node:http'

/** Pages and API paths that need the database; /api/player handles its absence itself. */
const needing =
  /^\/(leaderboard|profile|result|replay|daily|admin|api\/(admin|games|player\/(?:consent|ghosts|recover|recovery|erase|data|listing)))(?=[/?]|$)/

export function needsDatabase({ url = '/' }: Pick<IncomingMessage, 'url'>): boolean {
  return needing.test(url)
}

/** Whether the answer is shown as a page. On a plain 503 Next's client loads the whole page. */
export function isForAPage({ method, url, headers }: IncomingMessage): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  return (
    isRead && headers.rsc === undefined && !url?.startsWith('/api/') && !url?.includes('/opengraph-image')
  )
}
