import type { RequestListener } from 'node:http'
import type { Logger } from 'pino'
import { isFromTrustedProxy } from './client-address'
import { isFromPages } from './present-target'
import type { TrustProxy } from './trust-proxy'

/** Logs once when an untrusted proxy forwards for others. */
export function warnOfUntrustedProxy(trustProxy: TrustProxy, log: Logger): RequestListener {
  let hasWarned = false
  return (request) => {
    if (hasWarned || !request.headers['x-forwarded-for'] || isFromPages(request)) return
    if (isFromTrustedProxy(request, trustProxy)) return
    hasWarned = true
    const peer = request.socket.remoteAddress
    log.warn(
      `X-Forwarded-For from ${peer} is not believed, so all who come that way share its limits. If ${peer} is your proxy, set TRUST_PROXY (see README).`,
    )
  }
}
