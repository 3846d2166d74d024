import type { ServerToClient } from '#game/protocol/socket-events'
import { queueOf } from './backpressure'
import type { GameSocket, PlayerConnection } from './connection'
import { webSocketOf } from './terminate'

const [finalText, longLength, longerLength] = [0x81, 126, 127]
/** engine.io's message, and in it socket.io's event in the default namespace. */
const [message, event] = ['4', '2']

/**
 * Sends one event to many connections, encoded once into one frame. `emit` to a room of socket.io looks for binary data in all of the message, and
 * writes the header of the frame for each connection by itself. It is in order with what is emitted: where engine.io has nothing to
 * write, the frame goes to the network at once, and else behind that, with the option by which socket.io's own adapter hands it frames.
 */
export function broadcastEvent<Name extends keyof ServerToClient>(
  connections: Iterable<PlayerConnection>,
  name: Name,
  ...args: Parameters<ServerToClient[Name]>
): void {
  const packet = `${event}${JSON.stringify([name, ...args])}`
  const frame = frameOf(message + packet)
  const options = { compress: false, wsPreEncodedFrame: [frame] }
  for (const { socket } of connections) {
    if (isOpenAndIdle(socket)) socket.request.socket.write(frame)
    else socket.conn.write(packet, options)
  }
}

/** Whether this is a WebSocket to which all has been handed that engine.io was given. What `ws` is handed, without compression, is with the network. */
function isOpenAndIdle({ conn }: GameSocket): boolean {
  const webSocket = webSocketOf(conn)
  const isOpen = webSocket !== undefined && webSocket.readyState === webSocket.OPEN
  return isOpen && conn.readyState === 'open' && queueOf(conn).length === 0
}

/** A whole WebSocket frame, unmasked (RFC 6455, section 5.2). */
function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const headerLength = length < longLength ? 2 : length < 0x10000 ? 4 : 10
  const frame = Buffer.allocUnsafe(headerLength + length)
  frame[0] = finalText
  if (headerLength === 2) frame[1] = length
  else if (headerLength === 4) {
    frame[1] = longLength
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = longerLength
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, headerLength)
  return frame
}
