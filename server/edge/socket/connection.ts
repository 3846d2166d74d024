import type { DefaultEventsMap, Socket } from 'socket.io'
import type { RoomCode } from '#game/protocol/scalars'
import type { ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import type { Guest } from '#server/auth/guest'
import type { ClientSource } from '#server/edge/http/client-address'
import type { ConnectionLimits } from './connection-limits'

/** The player as authenticated in the handshake. */
export type SocketData = { guest: Guest }

export type GameSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>

/** One socket of a player or TV, and the room it is seated in. */
export type PlayerConnection = ClientSource & {
  readonly socket: GameSocket
  readonly guest: Guest
  readonly limits: ConnectionLimits
  /** The room of its seat. */
  code: RoomCode | null
  /** Since when it has been a slow client (see backpressure); null while it keeps up. */
  behindSince: number | null
  /** One-way latency, ms. */
  lagMs: number
}

/**
 * To be checked after every await and before a seat is taken: the disconnect event has already been handled by then, so the seat
 * would never be released.
 */
export function isDisconnected({ socket }: Pick<PlayerConnection, 'socket'>): boolean {
  return !socket.connected
}
