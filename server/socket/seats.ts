import type { PlayerId, RoomCode } from '#game/protocol/scalars'
import type { Connection } from './connection'

/** Which connection speaks for which player in which room. */
export type Seats = {
  at(code: RoomCode, playerId: PlayerId): Connection | undefined
  in(code: RoomCode): Iterable<Connection>
  /** The newest connection of a player takes the seat; an older one is told and closed. */
  take(connection: Connection, code: RoomCode): void
  /** The connection goes on without its seat. */
  release(connection: Connection): void
}

export function createSeats(): Seats {
  const rooms = new Map<RoomCode, Map<PlayerId, Connection>>()

  function release(connection: Connection): void {
    const { code, guest, socket } = connection
    if (code === null) return
    connection.code = null
    void socket.leave(code)
    const seated = rooms.get(code)
    seated?.delete(guest.id)
    if (seated?.size === 0) rooms.delete(code)
  }

  return {
    at: (code, playerId) => rooms.get(code)?.get(playerId),
    in: (code) => rooms.get(code)?.values() ?? [],
    take(connection, code) {
      const older = rooms.get(code)?.get(connection.guest.id)
      if (older === connection) return
      if (older) {
        release(older)
        older.socket.emit('seat:taken', {})
        older.socket.disconnect(true)
      }
      release(connection)
      connection.code = code
      const seated = rooms.get(code) ?? new Map<PlayerId, Connection>()
      rooms.set(code, seated.set(connection.guest.id, connection))
      void connection.socket.join(code)
    },
    release,
  }
}
