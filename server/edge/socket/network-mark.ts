import { createHmac } from 'node:crypto'
import type { RoomCode } from '#game/protocol/scalars'

/**
 * [F8] A keyed hash that stands for an address in a room: equal for all players of that address, different from room to room, and
 * not reversible without the secret. The address itself never enters a room, so it is never written to disk.
 * @param address as `addressKey` gives it: an IPv4 address or an IPv6 network
 */
export function networkMark(secret: string, code: RoomCode, address: string): string {
  return createHmac('sha256', secret).update(`network ${code} ${address}`).digest('base64url').slice(0, 16)
}
