import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { HttpAnswer, HttpRefusal } from '#game/protocol/http-answers'
import { type RoomCode, roomCode } from '#game/protocol/scalars'
import type { Abuse } from '#server/edge/abuse'
import type { Limits } from '#server/edge/limits'
import type { Metrics } from '#server/edge/operations/metrics'
import { type OperationParts, serveOperations } from '#server/edge/operations/operations'
import type { Clock } from '#server/host/clock'
import { announcesMore, readBody, withBody } from './body'
import { clientAddress } from './client-address'
import { isForAPage, needsDatabase } from './database-away'
import { createHttpLimits } from './http-limits'
import { httpsAddressFor } from './https-only'
import { serveJudgeFile } from './judge-files'
import { createPageQueue } from './page-queue'
import { presentTarget } from './present-target'
import { hasBody, respondWithRefusal } from './refuse'
import { isMalformed } from './request-target'
import { isAllowedHost, isSameOrigin } from './same-origin'
import { createSecurityHeaders } from './security-headers'
import { staticFileState } from './static-files'
import type { TrustProxy } from './trust-proxy'

/** The handler of every request that the game does not answer itself. */
/** How whoever renders pages does. */
export type PageLoad = {
  readonly isRunning: boolean
  /** How often another process has had to take its place. */
  readonly replaced: number
  /** Requests that are being rendered, or wait for that. */
  readonly waiting: number
}

export type Pages = {
  /** Missing where nobody watches them. */
  readonly load?: PageLoad
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
  /** The URL paths of all static files; in development they come and go. */
  readonly staticFiles?: ReadonlySet<string>
  /** Sends these; without it the pages do. */
  readonly sendFile?: RequestListener
  /** In development only: hot module replacement. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

export type AnswerParts = {
  readonly clock: Clock
  readonly limits: Limits
  readonly trustProxy: TrustProxy
  readonly pages: Pages
  readonly metrics: Metrics
  readonly abuse: Abuse
  readonly log: Logger
  /** Whether the database answers; without this every request goes to the pages. */
  readonly database?: { isUp(): Promise<boolean> }
  /** Holds one folder a model version. */
  readonly modelsFolder: string
  readonly publicUrl?: string
  /** The address shown to people who come by one that does not work; the public address by default. */
  readonly playersUrl?: string
  readonly isDevelopment?: boolean
  /** [P7] @returns why the address is told of no room of this code; null where there is one */
  readonly refusalOfRoom: (address: string, code: RoomCode) => HttpRefusal | null
  /** What `/readyz` and `/metrics` need beside the metrics. */
  readonly operations?: Omit<OperationParts, 'metrics' | 'hasPublicUrl'>
}

const roomsPath = '/api/rooms/'

/** Answers every request but those of sockets: by operations, a refusal, a redirect, a file, a room or a page. */
export function answerRequests({
  clock,
  limits,
  trustProxy,
  pages,
  metrics,
  abuse,
  log,
  database,
  modelsFolder,
  publicUrl,
  playersUrl = publicUrl ?? '/',
  isDevelopment = false,
  refusalOfRoom,
  ...parts
}: AnswerParts): RequestListener {
  const operations = {
    checks: {},
    isAdmin: async () => false,
    ...parts.operations,
    metrics,
    hasPublicUrl: publicUrl !== undefined,
  }
  const setSecurityHeaders = createSecurityHeaders({ isDevelopment, publicUrl })
  const httpLimits = createHttpLimits({ clock, limits, abuse })
  const pageQueue = createPageQueue(limits.pagesAtOncePerAddress)

  function refusalOf(request: IncomingMessage, isFile: boolean): HttpRefusal | null {
    if (announcesMore(request, limits.bodyBytes) && !isDevelopersOwn(request)) return 'too-large'
    if (isMalformed(request, publicUrl)) return 'bad-message'
    if (mayChange(request) ? !isSameOrigin(request, publicUrl) : !isAllowedHost(request, publicUrl))
      return 'foreign-origin'
    const address = clientAddress(request, trustProxy)
    return httpLimits.allows(request, address, isFile) ? null : 'too-many-from-here'
  }

  /** Next's tools in the page of a developer send whole stack traces. */
  function isDevelopersOwn({ url }: IncomingMessage): boolean {
    return isDevelopment && url?.startsWith('/__nextjs') === true
  }

  function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: HttpRefusal): void {
    metrics.refused(refusal)
    respondWithRefusal(request, response, refusal, {
      playersUrl,
      hasPublicUrl: publicUrl !== undefined,
      ...limits,
    })
  }

  async function answerPage(
    request: IncomingMessage,
    response: ServerResponse,
    isFile: boolean,
  ): Promise<void> {
    presentTarget(request, { publicUrl, address: clientAddress(request, trustProxy) })
    if (database && needsDatabase(request) && !(await database.isUp())) {
      response.setHeader('retry-after', '5')
      if (!isForAPage(request)) return sendRefusal(request, response, 'database-away')
      // A page cannot set the status 503 itself.
      response.statusCode = 503
      request.url = '/database-away'
    }
    if (!hasBody(request) || isDevelopersOwn(request)) return askPages(request, response, isFile)
    const body = await readBody(request, limits.bodyBytes)
    if (body === 'too-large') sendRefusal(request, response, body)
    else if (body !== 'cut-off') await askPages(withBody(request, body), response, isFile)
  }

  function askPages(
    request: IncomingMessage,
    response: ServerResponse,
    isFile: boolean,
  ): Promise<void> | void {
    if (isFile) return (pages.sendFile ?? pages.answer)(request, response)
    const address = clientAddress(request, trustProxy)
    return pageQueue.wait(address, request, () => pages.answer(request, response))
  }

  /** Is there such a room? Asked by who has no name yet, whom no socket lets in. @returns whether this was asked */
  function answerOfRoom(request: IncomingMessage, response: ServerResponse): boolean {
    const [path = ''] = (request.url ?? '').split('?')
    if (!path.startsWith(roomsPath) || mayChange(request)) return false
    const code = roomCode.safeParse(path.slice(roomsPath.length))
    const address = clientAddress(request, trustProxy)
    const refusal = code.success ? refusalOfRoom(address, code.data) : 'no-such-room'
    if (refusal) sendRefusal(request, response, refusal)
    else
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify({} satisfies HttpAnswer<'room'>))
    return true
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(request, response)
    if (await serveOperations(operations, request, response)) return
    // A later request of the same packet may have destroyed the connection.
    if (request.socket.destroyed) return
    const fileState = staticFileState(request, pages.staticFiles)
    const isFile = fileState === 'file'
    const refusal = refusalOf(request, isFile)
    const httpsAddress = httpsAddressFor(request, trustProxy, publicUrl)
    if (refusal) sendRefusal(request, response, refusal)
    // Not cached: the public address may change.
    else if (httpsAddress)
      response.writeHead(308, { location: httpsAddress, 'cache-control': 'no-store' }).end()
    else if (fileState === 'missing')
      response.writeHead(404, { 'content-type': 'text/plain' }).end('No such file')
    else if (!answerOfRoom(request, response) && !(await serveJudgeFile(modelsFolder, request, response)))
      await answerPage(request, response, isFile)
  }
  return (request, response) => {
    if (request.socket.destroyed) return
    answer(request, response).catch((error) => {
      log.error({ err: error, url: request.url }, 'A request could not be answered')
      if (response.headersSent) response.end()
      else sendRefusal(request, response, 'server-failed')
    })
  }
}

function mayChange({ method }: IncomingMessage): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
