import type { IncomingMessage, ServerResponse } from 'node:http'
import { type HttpRefusal, type RefusalBody, refusalStatus } from '#game/protocol/http-answers'
import { isForAPage } from './database-away'
import { failedPage, tooManyPage, wrongAddressPage } from './plain-page'

/** A client that has sent this much of a refused body has had the time to read the answer. */
const lingerBytes = 64 * 1024

/** Every HTTP limit by address is per minute. The page says so, too. */
const refusedForSeconds = 60

type RefuseOptions = {
  /** Where players find the game. */
  readonly playersUrl: string
  readonly hasPublicUrl: boolean
  /** How long a refused body is drained. */
  readonly lingerMs: number
}

/**
 * Answers with a refusal: as JSON to the API and to fetches of pages, as a page to a person under a foreign Host, over a rate
 * limit or whose page failed, as text otherwise. A body is not read, and its connection closed.
 */
export function respondWithRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: HttpRefusal,
  options: RefuseOptions,
): void {
  const [type, body] = describeRefusal(request, refusal, options)
  response.writeHead(refusalStatus[refusal], {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(refusal === 'too-many-from-here' && { 'retry-after': String(refusedForSeconds) }),
    ...(hasBody(request) && { connection: 'close' }),
  })
  if (hasBody(request)) endAfterBody(request, response, body, options.lingerMs)
  else response.end(body)
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function describeRefusal(
  request: IncomingMessage,
  refusal: HttpRefusal,
  { playersUrl, hasPublicUrl }: RefuseOptions,
): [type: string, body: string] {
  const { url, method, headers } = request
  if (url?.startsWith('/api/') || headers.rsc !== undefined)
    return ['application/json', JSON.stringify({ refusal } satisfies RefusalBody)]
  if (isForAPage(request) && headers.accept?.includes('text/html')) {
    if (refusal === 'too-many-from-here') return ['text/html; charset=utf-8', tooManyPage(headers)]
    if (refusal === 'server-failed') return ['text/html; charset=utf-8', failedPage(headers)]
  }
  if (refusal !== 'foreign-origin') return ['text/plain', refusal]
  // A Server Action fails with this as its message; see app/error.tsx.
  if (method !== 'GET' && method !== 'HEAD') return ['text/plain', `${refusal} ${playersUrl}`]
  const page = wrongAddressPage(playersUrl, headers['accept-language'] ?? '', hasPublicUrl)
  return ['text/html; charset=utf-8', page]
}

/**
 * Ends a response whose headers are written. The request body is drained first, for a connection closed with unread bytes is reset,
 * and the answer lost.
 * @param lingerMs how long the body is drained
 */
export function endAfterBody(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  lingerMs: number,
): void {
  response.write(body)
  let taken = 0
  const end = () => {
    clearTimeout(patience)
    response.end()
  }
  const patience = setTimeout(end, lingerMs)
  request.once('end', end).once('close', end)
  request.on('data', (chunk: Buffer) => {
    taken += chunk.length
    if (taken > lingerBytes) end()
  })
}
