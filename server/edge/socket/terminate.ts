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
  if (socket) {
    socket.terminate()
    dropUnread(socket)
  }
  conn.close(true)
}

/** `ws` reads what has come on a socket to its end, also when that was destroyed; one packet may hold ten thousand frames. */
function dropUnread(socket: WebSocket): void {
  socket.removeAllListeners('message')
  const { _receiver: receiver } = socket as unknown as { readonly _receiver: Receiver | null }
  if (!receiver) return
  receiver._buffers = []
  receiver._bufferedBytes = 0
  receiver._write = (_chunk, _encoding, done) => done()
}

/** What `ws` holds but does not declare. */
type Receiver = {
  _buffers: Buffer[]
  _bufferedBytes: number
  _write(chunk: Buffer, encoding: string, done: () => void): void
}
