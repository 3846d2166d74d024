import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

type Site = {
  /** React's development build needs eval. */
  readonly isDevelopment: boolean
  readonly publicUrl?: string | undefined
}

/** A month: long enough for returning visitors, and over soon if an operator gives up https. */
const httpsOnlySeconds = 30 * 24 * 3600

/** Browser features that the game does not use, so that injected code cannot either. */
const refusedFeatures = [
  'accelerometer',
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
  // Over http browsers ignore HSTS, and log an error about COOP.
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
    // Covered by the policy, or for browsers that are not supported.
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
    // Next sets it for pages; answers of the API are personal.
    if (request.url?.startsWith('/api/')) response.setHeader('cache-control', 'no-store')
  }
}

/** Called for each answer. */
const newNonce = () => `'nonce-${randomBytes(16).toString('base64')}'`
