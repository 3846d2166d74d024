import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import { nobody } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import type { Refusal } from '#game/refusal'
import { type Guest, guestCookie, unsealGuest } from '#server/auth/guest'
import type { GameSocket } from './connection'

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

/** A TV needs no name: it has no seat. */
const tv: Guest = { id: nobody, name: 'TV', colour: 0, hasConsented: false }

/** @returns who this is, or why they may not come in */
export async function greet({ handshake }: GameSocket, secret: string): Promise<Guest | Refusal> {
  if (handshake.auth.protocolVersion !== protocolVersion) return 'old-version'
  if (handshake.auth.isTv === true) return tv
  const cookies = parseCookie(handshake.headers.cookie ?? '')
  return (await unsealGuest(cookies[guestCookie], secret)) ?? 'no-identity'
}
