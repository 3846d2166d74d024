import type { ServerResponse } from 'node:http'

/**
 * Pages run only what this server sends. Next puts its own data into inline scripts, hence 'unsafe-inline'; the judge is
 * WebAssembly, hence 'wasm-unsafe-eval'.
 * @param isDevelopment React's development build needs eval
 */
export function setSecurityHeaders(response: ServerResponse, isDevelopment: boolean): void {
  const scripts = `'self' 'unsafe-inline' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ''}`
  const policy = [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  response.setHeader('content-security-policy', policy.join('; '))
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
}
