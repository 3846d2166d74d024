import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

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
 * The security headers of every answer, by helmet, and with them the nonce by which inline scripts of this one answer may run: Next
 * reads it from a policy in the request, and whatever a client has sent under that name is overwritten.
 *
 * The judge is WebAssembly, hence 'wasm-unsafe-eval'. Styles stay 'unsafe-inline': React, Recharts and Motion write style
 * attributes, which no nonce can allow. To browsers from Safari 15.4 on, 'self' also means the WebSockets of the page's own address,
 * whatever a proxy has made of scheme and Host.
 */
export function createSecurityHeaders({ isDevelopment, publicUrl }: Site) {
  // Over http browsers ignore the one, and write an error about the other to the console.
  const isHttps = publicUrl?.startsWith('https:') === true
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", newNonce, "'wasm-unsafe-eval'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: isHttps,
    strictTransportSecurity: isHttps && { maxAge: httpsOnlySeconds, includeSubDomains: false },
    // Said by the policy, or about browsers that are not supported.
    xFrameOptions: false,
    xXssProtection: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xDnsPrefetchControl: false,
    originAgentCluster: false,
  })

  return (request: IncomingMessage, response: ServerResponse): void => {
    setHeaders(request, response, (error) => {
      if (error) throw error
    })
    request.headers['content-security-policy'] = String(response.getHeader('content-security-policy'))
    response.setHeader('permissions-policy', refusedFeatures.map((feature) => `${feature}=()`).join(', '))
    // Next sees to its pages; what an API answers is about whoever asks.
    if (request.url?.startsWith('/api/')) response.setHeader('cache-control', 'no-store')
  }
}

/** Asked for each answer. */
const newNonce = () => `'nonce-${randomBytes(16).toString('base64')}'`
