import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

type Site = {
  /** React's development build needs eval. */
  readonly isDevelopment: boolean
  readonly publicUrl?: string | undefined
}

/** A month: long enough for who comes back, and over soon where an operator gives https up. */
const httpsOnlySeconds = 30 * 24 * 3600

/** What the game does not do, nobody who slips something into a page shall do either. */
const refusedFeatures = [
  'accelerometer',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/**
 * Tells browsers what a page of ours may do, and pages by which nonce their inline scripts may run: Next reads it from a policy
 * in the request, and whatever a client has sent under that name is overwritten.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { isDevelopment, publicUrl }: Site,
): void {
  const policy = contentPolicy(randomBytes(16).toString('base64'), isDevelopment)
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
  response.setHeader('permissions-policy', refusedFeatures.map((feature) => `${feature}=()`).join(', '))
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  // Next sees to its pages; what an API answers is about whoever asks.
  if (request.url?.startsWith('/api/')) response.setHeader('cache-control', 'no-store')
  if (!publicUrl?.startsWith('https:')) return
  // Over http browsers ignore the one, and write an error about the other to the console.
  response.setHeader('strict-transport-security', `max-age=${httpsOnlySeconds}`)
  response.setHeader('cross-origin-opener-policy', 'same-origin')
}

/**
 * Pages run only what this server sends. The judge is WebAssembly, hence 'wasm-unsafe-eval'. Styles stay 'unsafe-inline': React,
 * Recharts and Motion write style attributes, which no nonce can allow. To browsers from Safari 15.4 on, 'self' also means the
 * WebSockets of the page's own address, whatever a proxy has made of scheme and Host.
 */
function contentPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
