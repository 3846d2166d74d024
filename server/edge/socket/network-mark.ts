import { createHmac } from 'node:crypto'
import type { RoomCode } from '#game/protocol/scalars'

/**
 * [F8] What stands for an address in a room: the same for all who come from there, another one in every other room, and nobody
 * finds the address from it without the secret. The address itself gets into no room, and so onto no disk.
 * @param address as limits go by it: an IPv4 address or an IPv6 network
 */
export function networkMark(secret: string, code: RoomCode, address: string): string {
  return createHmac('sha256', secret).update(`network ${code} ${address}`).digest('base64url').slice(0, 16)
}
