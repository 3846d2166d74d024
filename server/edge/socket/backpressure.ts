import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'
import type { GameSocket, PlayerConnection } from './connection'
import { terminate } from './terminate'

export type Backpressure = {
  /** Pauses broadcasts to a slow client until it has caught up. To be called before each broadcast. */
  check(connection: PlayerConnection): void
  /** Drops a slow client whose backlog is too large, or has been there for too long. */
  enforceLimits(connection: PlayerConnection): void
}

/**
 * Backpressure: neither socket.io nor engine.io bounds the buffer of a client that does not read; this does.
 * @param onTerminate called before a slow client is dropped
 * @param sendView sends a fresh view to a client that has caught up
 */
export function createBackpressure(
  clock: Clock,
  limits: Limits,
  onTerminate: (connection: PlayerConnection) => void,
  sendView: (connection: PlayerConnection) => void,
): Backpressure {
  function isCaughtUp(connection: PlayerConnection): boolean {
    if (backlogBytes(connection.socket) > limits.caughtUpBytes) return false
    connection.behindSince = null
    if (connection.code !== null) {
      void connection.socket.join(connection.code)
      sendView(connection)
    }
    return true
  }

  function check(connection: PlayerConnection): void {
    const { socket, code, behindSince } = connection
    if (behindSince !== null || backlogBytes(socket) <= limits.behindBytes) return
    connection.behindSince = clock.now()
    if (code !== null) void socket.leave(code)
    const { socket: network } = socket.request
    const onDrain = () => {
      if (!isCaughtUp(connection)) return
      socket.conn.off('drain', onDrain)
      network.off('drain', onDrain)
    }
    // Progress goes to the network past engine.io, which says nothing of it.
    socket.conn.on('drain', onDrain)
    network.on('drain', onDrain)
  }

  return {
    check,
    enforceLimits(connection) {
      check(connection)
      const { socket, behindSince } = connection
      if (behindSince === null) return
      const isLost = backlogBytes(socket) > limits.lostBytes || clock.now() - behindSince > limits.lostAfterMs
      if (!isLost) return
      onTerminate(connection)
      terminate(socket.conn)
    },
  }
}

/**
 * The backlog of a client: what engine.io has not passed to the transport, plus what a WebSocket has not written to the network.
 * Polling has no second part: everything waits in engine.io until the browser polls, which it does only after it has read.
 */
function backlogBytes({ conn }: GameSocket): number {
  let bytes = (conn as unknown as EngineSocket).transport.socket?.bufferedAmount ?? 0
  for (const { data } of queueOf(conn)) bytes += data?.length ?? 0
  return bytes
}

/** What engine.io has not passed to the transport. */
export function queueOf(conn: GameSocket['conn']): EngineSocket['writeBuffer'] {
  return (conn as unknown as EngineSocket).writeBuffer
}

/** Fields of engine.io's socket that its types do not declare. */
type EngineSocket = {
  readonly writeBuffer: readonly { readonly data?: string }[]
  readonly transport: { readonly socket?: { readonly bufferedAmount: number } }
}
