import { parseCookie } from 'cookie'
import type { Refusal } from '#game/protocol/refusal'
import { nobody } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { type Guest, guestCookie, unsealGuest } from '#server/auth/guest'
import { isRefusedName } from '#server/auth/names'
import type { ModerationStore } from '#server/rooms/ports'
import type { GameSocket } from './connection'

/** A TV needs no name: it has no seat. */
const tv: Guest = { id: nobody, name: 'TV', colour: 0 }

/** @returns the player of the cookie, under a name that is allowed, or why the handshake is refused */
export async function authenticate(
  { handshake }: GameSocket,
  secret: string,
  moderation: ModerationStore,
): Promise<Guest | Refusal> {
  if (handshake.auth.protocolVersion !== protocolVersion) return 'old-version'
  if (handshake.auth.isTv === true) return tv
  const cookies = parseCookie(handshake.headers.cookie ?? '')
  const guest = await unsealGuest(cookies[guestCookie], secret)
  if (!guest) return 'no-identity'
  // While the database is away nobody is renamed.
  const status = await moderation.findStatus(guest.id).catch(() => null)
  if (status?.isErased) return 'no-identity'
  return status && isRefusedName(guest.name, status.refusedName) ? { ...guest, name: status.name } : guest
}
