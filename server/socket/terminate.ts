import type { WebSocket } from 'ws'
import type { GameSocket } from './connection'

type EngineConnection = GameSocket['conn']

/** @returns undefined where a connection goes by polling */
export function webSocketOf(conn: EngineConnection): WebSocket | undefined {
  return (conn.transport as unknown as { readonly socket?: WebSocket }).socket
}

/**
 * Ends a connection below WebSocket and HTTP. Nothing that has come and was not read is read any more, and no close frame waits
 * for an answer: who ignores it would go on costing what they cost before.
 */
export function terminate(conn: EngineConnection): void {
  const socket = webSocketOf(conn)
  socket?.removeAllListeners('message')
  socket?.terminate()
  conn.close(true)
}
