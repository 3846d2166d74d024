import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BlockList, isIPv4 } from 'node:net'
import type { Metrics } from '#server/metrics/metrics'
import { checkReadiness, type ReadinessChecks } from '#server/metrics/readiness'

export type OperationParts = {
  readonly metrics: Metrics
  readonly checks: ReadinessChecks
  /** What a scraper sends as its bearer token; without one only this machine and the admin read metrics. */
  readonly metricsToken?: string
  readonly isAdmin: (request: IncomingMessage) => Promise<boolean>
}

/**
 * What operators and their tools ask: `/healthz` (does the process answer), `/readyz` (is all there that a game needs) and
 * `/metrics`, as Prometheus text, or as JSON where `Accept` names it.
 * @returns whether the request was one of these; if not, it has not been answered
 */
export async function serveOperations(
  { metrics, checks, metricsToken, isAdmin }: OperationParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [path] = (request.url ?? '').split('?')
  if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return false
  response.setHeader('cache-control', 'no-store')
  if (path === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
  } else if (path === '/readyz') {
    const { isReady, parts } = await checkReadiness(checks)
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(parts))
  } else if (!(hasToken(request, metricsToken) || isFromHere(request) || (await isAdmin(request)))) {
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

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')
const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** Asked on this machine by its own name, and not through a proxy: a page of another site that was rebound to it has another. */
function isFromHere({ headers, socket }: IncomingMessage): boolean {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return (
    !isForwarded &&
    loopbackNames.test(headers.host ?? '') &&
    loopback.check(peer, isIPv4(peer) ? 'ipv4' : 'ipv6')
  )
}
