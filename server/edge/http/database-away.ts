import type { IncomingMessage } from 'node:http'

/** Pages and interfaces that are nothing without the database; /api/player alone looks for itself. */
const needing =
  /^\/(leaderboard|profile|result|replay|daily|admin|api\/(admin|games|player\/(?:consent|recover|recovery|erase|data|listing)))(?=[/?]|$)/

export function needsDatabase({ url = '/' }: Pick<IncomingMessage, 'url'>): boolean {
  return needing.test(url)
}

/** Whether a person reads the answer as a page. Next's own client takes a plain 503 as a reason to load the whole page. */
export function isForAPage({ method, url, headers }: IncomingMessage): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  return (
    isRead && headers.rsc === undefined && !url?.startsWith('/api/') && !url?.includes('/opengraph-image')
  )
}
