import { parseCookie } from 'cookie'
import { nobody } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import type { Refusal } from '#game/refusal'
import { type Guest, guestCookie, unsealGuest } from '#server/auth/guest'
import type { GameSocket } from './connection'

/** A TV needs no name: it has no seat. */
const tv: Guest = { id: nobody, name: 'TV', colour: 0, hasConsented: false }

/** @returns who this is, or why they may not come in */
export async function greet({ handshake }: GameSocket, secret: string): Promise<Guest | Refusal> {
  if (handshake.auth.protocolVersion !== protocolVersion) return 'old-version'
  if (handshake.auth.isTv === true) return tv
  const cookies = parseCookie(handshake.headers.cookie ?? '')
  return (await unsealGuest(cookies[guestCookie], secret)) ?? 'no-identity'
}
