import type { DefaultEventsMap, Socket } from 'socket.io'
import type { RoomCode } from '#game/protocol/scalars'
import type { ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import type { Guest } from '#server/auth/guest'
import type { Source } from '#server/edge/http/client-address'
import type { ConnectionLimits } from './connection-limits'

/** What the handshake found out. */
export type SocketData = { guest: Guest }

export type GameSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>

/** One socket of a player, and the seat it holds. */
export type Connection = Source & {
  readonly socket: GameSocket
  readonly guest: Guest
  readonly limits: ConnectionLimits
  /** The room this connection has its seat in. */
  code: RoomCode | null
  /** Since when it takes less than it is sent; null while it keeps up. */
  behindSince: number | null
  /** One way, ms. */
  lagMs: number
}

/**
 * To be asked after every wait and before a seat is given: who has gone by then would keep it for ever, because their going
 * has been dealt with already.
 */
export function hasHungUp({ socket }: Pick<Connection, 'socket'>): boolean {
  return !socket.connected
}
