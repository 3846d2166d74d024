import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { comesThroughProxy, isFromLoopback } from '#server/edge/http/client-address'
import type { Metrics } from '#server/edge/operations/metrics'
import { checkReadiness, type ReadinessChecks } from '#server/edge/operations/readiness'

export type OperationParts = {
  readonly metrics: Metrics
  readonly checks: ReadinessChecks
  /** The bearer token of a scraper. Without it only the admin reads metrics, and this machine if there is no proxy. */
  readonly metricsToken?: string
  /** With a public address there may be a proxy on this machine, so loopback proves nothing. */
  readonly hasPublicUrl?: boolean
  readonly isAdmin: (request: IncomingMessage) => Promise<boolean>
}

/**
 * Serves operators and their tools: `/healthz` (liveness), `/readyz` (readiness: everything that a game needs) and
 * `/metrics`, as Prometheus text, or as JSON where `Accept` names it.
 * @returns whether the request was one of these; if not, it has not been answered
 */
export async function serveOperations(
  { metrics, checks, metricsToken, hasPublicUrl = false, isAdmin }: OperationParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const mayRead = async () =>
    hasToken(request, metricsToken) || (!hasPublicUrl && isFromHere(request)) || (await isAdmin(request))
  const [path] = (request.url ?? '').split('?')
  if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return false
  response.setHeader('cache-control', 'no-store')
  if (path === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
  } else if (path === '/readyz') {
    const { isReady, parts } = await checkReadiness(checks)
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(parts))
  } else if (!(await mayRead())) {
    response.writeHead(401, { 'content-type': 'text/plain', 'www-authenticate': 'Bearer' })
    response.end('Metrics are for the operator: send METRICS_TOKEN as a bearer token')
  } else if (request.headers.accept?.includes('application/json')) {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(await metrics.registry.getMetricsAsJSON()))
  } else {
    response.writeHead(200, { 'content-type': metrics.registry.contentType })
    response.end(await metrics.registry.metrics())
  }
  return true
}

function hasToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const [, sent] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? []
  return token !== undefined && sent !== undefined && timingSafeEqual(digest(sent), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Names of this machine for itself. A page that was rebound to our address has another Host. */
const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

function isFromHere(request: IncomingMessage): boolean {
  return (
    isFromLoopback(request) && !comesThroughProxy(request) && loopbackName.test(request.headers.host ?? '')
  )
}
