import { nobody, type PlayerId, type RoomCode } from '#game/protocol/scalars'
import type { PlayerConnection } from './connection'

/** The connections of each room, by player, and its TVs. */
export type Seats = {
  at(code: RoomCode, playerId: PlayerId): PlayerConnection | undefined
  in(code: RoomCode): Iterable<PlayerConnection>
  tvs(code: RoomCode): PlayerConnection[]
  /** Whether a player of that address has a seat in any room. */
  isTakenFrom(address: string): boolean
  /** Seats the newest connection of a player; an older one is told and closed. */
  take(connection: PlayerConnection, code: RoomCode): void
  /** Unseats a connection, which stays open. */
  release(connection: PlayerConnection): void
}

export function createSeats(): Seats {
  const rooms = new Map<RoomCode, Map<string, PlayerConnection>>()
  /** Seated players of each address. */
  const perAddress = new Map<string, number>()
  // TVs share the id `nobody`, and there may be several.
  const keyOf = ({ guest, socket }: PlayerConnection) => (guest.id === nobody ? socket.id : guest.id)

  function count({ address, guest }: PlayerConnection, change: 1 | -1): void {
    if (guest.id === nobody) return
    const taken = (perAddress.get(address) ?? 0) + change
    if (taken > 0) perAddress.set(address, taken)
    else perAddress.delete(address)
  }

  function release(connection: PlayerConnection): void {
    const { code, socket } = connection
    if (code === null) return
    connection.code = null
    count(connection, -1)
    void socket.leave(code)
    const seated = rooms.get(code)
    seated?.delete(keyOf(connection))
    if (seated?.size === 0) rooms.delete(code)
  }

  return {
    at: (code, playerId) => rooms.get(code)?.get(playerId),
    in: (code) => rooms.get(code)?.values() ?? [],
    tvs: (code) => [...(rooms.get(code)?.values() ?? [])].filter(({ guest }) => guest.id === nobody),
    isTakenFrom: (address) => perAddress.has(address),
    take(connection, code) {
      const older = rooms.get(code)?.get(keyOf(connection))
      if (older === connection) return
      if (older) {
        release(older)
        older.socket.emit('seat:taken', {})
        older.socket.disconnect(true)
      }
      release(connection)
      connection.code = code
      count(connection, 1)
      const seated = rooms.get(code) ?? new Map<string, PlayerConnection>()
      rooms.set(code, seated.set(keyOf(connection), connection))
      // A slow client gets no broadcasts until it has caught up.
      if (connection.behindSince === null) void connection.socket.join(code)
    },
    release,
  }
}
