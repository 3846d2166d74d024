import type { IncomingMessage, ServerResponse } from 'node:http'

/** Every no that the edge says before a page or an API is asked. */
export type HttpRefusal = 'bad-message' | 'foreign-origin' | 'too-often' | 'too-large'

const statuses: Record<HttpRefusal, number> = {
  'bad-message': 400,
  'foreign-origin': 403,
  'too-often': 429,
  'too-large': 413,
}

/** Who has sent as much of a body that nobody wants has had the time to read the answer. */
const lingerBytes = 64 * 1024

/**
 * Says no: as JSON with the refusal's name to programs (`/api/`), as a sentence to people. A body is left unread, and its
 * connection closed.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: HttpRefusal,
  { sentence, lingerMs }: { readonly sentence: string; readonly lingerMs: number },
): void {
  const isApi = request.url?.startsWith('/api/')
  const body = isApi ? JSON.stringify({ refusal, message: sentence }) : `${sentence}\n`
  response.writeHead(statuses[refusal], {
    'content-type': isApi ? 'application/json' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(refusal === 'too-often' && { 'retry-after': '60' }),
    ...(hasBody(request) && { connection: 'close' }),
  })
  if (!hasBody(request)) {
    response.end(body)
    return
  }
  // The answer is whole with this. Ending it while the body still comes would reset the connection, and could lose it.
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

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
