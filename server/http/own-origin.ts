import type { IncomingMessage } from 'node:http'

/**
 * A page of another site must not speak for the player whose cookie the browser adds. Programs that are no browser send
 * no origin, and no cookie but their own.
 */
export function isOwnOrigin({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl?: string): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin)
}
