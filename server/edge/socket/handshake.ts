import { parseCookie } from 'cookie'
import type { Refusal } from '#game/protocol/refusal'
import { nobody } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { type Guest, guestCookie, unsealGuest } from '#server/auth/guest'
import { isRefusedName } from '#server/auth/names'
import type { PlayerRegister } from '#server/rooms/player-register'
import type { GameSocket } from './connection'

/** A TV needs no name: it has no seat. */
const tv: Guest = { id: nobody, name: 'TV', colour: 0 }

/** @returns who this is, under a name that they may have, or why they may not come in */
export async function greet(
  { handshake }: GameSocket,
  secret: string,
  register: PlayerRegister,
): Promise<Guest | Refusal> {
  if (handshake.auth.protocolVersion !== protocolVersion) return 'old-version'
  if (handshake.auth.isTv === true) return tv
  const cookies = parseCookie(handshake.headers.cookie ?? '')
  const guest = await unsealGuest(cookies[guestCookie], secret)
  if (!guest) return 'no-identity'
  // While the database is away everybody keeps the name they come with.
  const ruling = await register.findRuling(guest.id).catch(() => null)
  if (ruling?.isErased) return 'no-identity'
  return ruling && isRefusedName(guest.name, ruling.refusedName) ? { ...guest, name: ruling.name } : guest
}
