import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Pages } from '../app'

/** Pages and interfaces that are nothing without the database; /api/player looks for itself. */
const needing =
  /^\/(leaderboard|profile|result|replay|daily|admin(?!\/(sign-in|server))|api\/(admin|games|player\/recover|player\/recovery))(?=[/?]|$)/

export function needsDatabase({ url = '/' }: Pick<IncomingMessage, 'url'>): boolean {
  return needing.test(url)
}

const retryAfterSeconds = '5'

/** Answers 503 in the form that was asked for. */
export async function answerWithoutDatabase(
  pages: Pages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('retry-after', retryAfterSeconds)
  response.setHeader('cache-control', 'no-store')
  if (request.url?.startsWith('/api/')) {
    response.writeHead(503, { 'content-type': 'application/json' }).end('{"refusal":"database-away"}')
  } else if (isForAPage(request)) {
    // A page that renders cannot say 503 itself.
    response.statusCode = 503
    request.url = '/database-away'
    await pages.answer(request, response)
  } else {
    // Next's own client takes it as a reason to load the whole page, which then says so.
    response.writeHead(503, { 'content-type': 'text/plain' }).end('The database is away')
  }
}

function isForAPage({ method, url, headers }: IncomingMessage): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && headers.rsc === undefined && !url?.includes('/opengraph-image')
}
