import type { WebSocket } from 'ws'
import type { GameSocket } from './connection'

type EngineConnection = GameSocket['conn']

/** @returns undefined for a connection by polling */
export function webSocketOf(conn: EngineConnection): WebSocket | undefined {
  return (conn.transport as unknown as { readonly socket?: WebSocket }).socket
}

/**
 * Destroys the TCP socket of a connection. Buffered input is dropped unread, and no close frame is sent, because a client that
 * ignored it would go on costing time.
 */
export function terminate(conn: EngineConnection): void {
  const socket = webSocketOf(conn)
  if (socket) {
    socket.terminate()
    dropUnread(socket)
  }
  conn.close(true)
}

/** `ws` parses its buffer to the end even after the socket was destroyed; one packet may hold ten thousand frames. */
function dropUnread(socket: WebSocket): void {
  socket.removeAllListeners('message')
  const { _receiver: receiver } = socket as unknown as { readonly _receiver: Receiver | null }
  if (!receiver) return
  receiver._buffers = []
  receiver._bufferedBytes = 0
  receiver._write = (_chunk, _encoding, done) => done()
}

/** Private fields of `ws`. */
type Receiver = {
  _buffers: Buffer[]
  _bufferedBytes: number
  _write(chunk: Buffer, encoding: string, done: () => void): void
}
