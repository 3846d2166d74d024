import type { ServerResponse } from 'node:http'

/**
 * Pages run only what this server sends. Next puts its own data into inline scripts, hence 'unsafe-inline'; the judge is
 * WebAssembly, hence 'wasm-unsafe-eval'.
 * @param site.isDevelopment React's development build needs eval
 * @param site.publicUrl browsers obey cross-origin-opener-policy over https alone, and over http write an error to the console
 */
export function setSecurityHeaders(
  response: ServerResponse,
  { isDevelopment, publicUrl }: { isDevelopment: boolean; publicUrl?: string | undefined },
): void {
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
  if (publicUrl?.startsWith('https:')) response.setHeader('cross-origin-opener-policy', 'same-origin')
}
