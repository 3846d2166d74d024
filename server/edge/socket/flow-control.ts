import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'
import type { Connection, GameSocket } from './connection'
import { terminate } from './terminate'

export type FlowControl = {
  /** Takes a connection that is behind out of its room's progress, until it has caught up. Asked before much is sent. */
  check(connection: Connection): void
  /** Lets go of a connection that is too far behind, or has been for too long. */
  patrol(connection: Connection): void
}

/**
 * Neither socket.io nor engine.io bounds what it keeps for a client that does not read; this does.
 * @param onTerminate called before one is
 * @param showAnew gives a connection that has caught up what it missed
 */
export function createFlowControl(
  clock: Clock,
  limits: Limits,
  onTerminate: (connection: Connection) => void,
  showAnew: (connection: Connection) => void,
): FlowControl {
  function isCaughtUp(connection: Connection): boolean {
    if (bytesOnTheirWay(connection.socket) > limits.caughtUpBytes) return false
    connection.behindSince = null
    if (connection.code !== null) {
      void connection.socket.join(connection.code)
      showAnew(connection)
    }
    return true
  }

  function check(connection: Connection): void {
    const { socket, code, behindSince } = connection
    if (behindSince !== null || bytesOnTheirWay(socket) <= limits.behindBytes) return
    connection.behindSince = clock.now()
    if (code !== null) void socket.leave(code)
    const onDrain = () => {
      if (isCaughtUp(connection)) socket.conn.off('drain', onDrain)
    }
    socket.conn.on('drain', onDrain)
  }

  return {
    check,
    patrol(connection) {
      check(connection)
      const { socket, behindSince } = connection
      if (behindSince === null) return
      const isLost =
        bytesOnTheirWay(socket) > limits.lostBytes || clock.now() - behindSince > limits.lostAfterMs
      if (!isLost) return
      onTerminate(connection)
      terminate(socket.conn)
    },
  }
}

/**
 * What the engine has not handed to the transport yet, and what a WebSocket has not handed to the network. Polling has no
 * such second part: all waits in the engine until the browser fetches it, and it does not ask again before it has read.
 */
function bytesOnTheirWay({ conn }: GameSocket): number {
  const { writeBuffer, transport } = conn as unknown as EngineSocket
  const queued = writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0)
  return queued + (transport.socket?.bufferedAmount ?? 0)
}

/** What engine.io's socket holds but does not declare. */
type EngineSocket = {
  readonly writeBuffer: readonly { readonly data?: string }[]
  readonly transport: { readonly socket?: { readonly bufferedAmount: number } }
}
