import type { IncomingMessage } from 'node:http'
import { isFromLoopback } from './client-address'

/** How pages are told whom a request counts for; what a client sends under this name is overwritten. */
export const clientAddressHeader = 'x-client-address'

/** Whether Next asks its own server, as it does to follow a redirect, with the headers that it was asked with. */
export function isFromPages(request: IncomingMessage): boolean {
  return request.headers[clientAddressHeader] !== undefined && isFromLoopback(request)
}

/**
 * Tells pages the truth about a request that has passed our own checks. Next compares the Origin of a Server Action with Host and
 * `X-Forwarded-Host`, whoever sent those; its rule is ours once both name the address that the player used.
 */
export function presentTarget(
  { method, headers }: IncomingMessage,
  { publicUrl, address }: { readonly publicUrl: string | undefined; readonly address: string },
): void {
  for (const name of Object.keys(headers)) if (name.startsWith('x-forwarded-')) delete headers[name]
  // The origin of a mere reader is anybody's.
  const used = (method !== 'GET' && method !== 'HEAD' && headers.origin) || publicUrl
  if (used) headers.host = new URL(used).host
  headers[clientAddressHeader] = address
}
