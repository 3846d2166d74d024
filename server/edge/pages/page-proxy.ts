import {
  type Agent,
  request as askOver,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { pipeline } from 'node:stream'

/** Of a connection, not of what is asked on it. */
const ofConnection = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade', 'expect']

/**
 * Passes a request on, and its answer back.
 * @param request with its body, if any, of the length that its header says
 * @returns resolves once the answer has been sent, or the client has gone
 * @throws Error when nothing was answered
 */
export function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  to: { readonly agent: Agent; readonly socketPath: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const { method, url } = request
    const asked: ClientRequest = askOver({
      ...to,
      method,
      path: url,
      headers: passedHeaders(request.headers),
    })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      // What the game has said already holds: see `database-away.ts`.
      if (response.statusCode === 200) response.statusCode = answer.statusCode ?? 200
      for (const [name, value] of Object.entries(passedHeaders(answer.headers)))
        if (value !== undefined) response.setHeader(name, value)
      response.flushHeaders()
      // An answer that is cut off closes the connection, which tells the client.
      pipeline(answer, response, () => resolve())
    })
    response.once('close', () => {
      if (!response.writableFinished) asked.destroy()
      resolve()
    })
    request.pipe(asked)
  })
}

function passedHeaders({ 'transfer-encoding': _, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  for (const name of ofConnection) delete headers[name]
  return headers
}
