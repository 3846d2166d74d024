import { nobody, type PlayerId, type RoomCode } from '#game/protocol/scalars'
import type { Connection } from './connection'

/** Which connection speaks for which player in which room, and which TVs show it. */
export type Seats = {
  at(code: RoomCode, playerId: PlayerId): Connection | undefined
  in(code: RoomCode): Iterable<Connection>
  tvs(code: RoomCode): Connection[]
  /** Whether a player who comes from there has a seat in any room. */
  isTakenFrom(address: string): boolean
  /** The newest connection of a player takes the seat; an older one is told and closed. */
  take(connection: Connection, code: RoomCode): void
  /** The connection goes on without its seat. */
  release(connection: Connection): void
}

export function createSeats(): Seats {
  const rooms = new Map<RoomCode, Map<string, Connection>>()
  /** How many seats of players are taken from each address. */
  const perAddress = new Map<string, number>()
  // TVs are all nobody, and there may be several.
  const keyOf = ({ guest, socket }: Connection) => (guest.id === nobody ? socket.id : guest.id)

  function count({ address, guest }: Connection, change: 1 | -1): void {
    if (guest.id === nobody) return
    const taken = (perAddress.get(address) ?? 0) + change
    if (taken > 0) perAddress.set(address, taken)
    else perAddress.delete(address)
  }

  function release(connection: Connection): void {
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
      const seated = rooms.get(code) ?? new Map<string, Connection>()
      rooms.set(code, seated.set(keyOf(connection), connection))
      void connection.socket.join(code)
    },
    release,
  }
}
