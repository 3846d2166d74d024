import type { IncomingMessage } from 'node:http'
import { isFromLoopback } from './client-address'

/** The header that passes the client address to pages; what a client sends under this name is overwritten. */
export const clientAddressHeader = 'x-client-address'

/** Whether Next sends a request to its own server, as it does to follow a redirect, with the headers of the original one. */
export function isFromPages(request: IncomingMessage): boolean {
  return request.headers[clientAddressHeader] !== undefined && isFromLoopback(request)
}

/**
 * Rewrites the headers of a request that has passed our checks for Next. Next compares the Origin of a Server Action with Host and
 * `X-Forwarded-Host`, whoever sent those; its check equals ours once both name the address that the player used.
 */
export function presentTarget(
  { method, headers }: IncomingMessage,
  { publicUrl, address }: { readonly publicUrl: string | undefined; readonly address: string },
): void {
  for (const name of Object.keys(headers)) if (name.startsWith('x-forwarded-')) delete headers[name]
  // A GET may carry the Origin of any site.
  const used = (method !== 'GET' && method !== 'HEAD' && headers.origin) || publicUrl
  if (used) headers.host = new URL(used).host
  headers[clientAddressHeader] = address
}
