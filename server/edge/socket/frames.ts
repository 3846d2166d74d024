import type { ServerToClient } from '#game/protocol/socket-events'
import type { PlayerConnection } from './connection'
import { webSocketOf } from './terminate'

/**
 * A whole WebSocket frame of one text message of socket.io, the header and what it carries in one buffer, so that one write passes it on
 * to each connection: engine.io's way to each of them costs more than the write (RFC 6455, section 5.2).
 * @param name of the event @param message what `JSON.stringify` takes
 */
export function encodeFrame<Name extends keyof ServerToClient>(
  name: Name,
  message: Parameters<ServerToClient[Name]>[0],
): Buffer {
  // 4: a message of engine.io; 2: an event of socket.io.
  const text = `42["${name}",${JSON.stringify(message)}]`
  const length = Buffer.byteLength(text)
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headerLength + length)
  frame[0] = 0x81
  if (headerLength === 2) frame[1] = length
  else if (headerLength === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, headerLength)
  return frame
}

/**
 * Writes a frame behind all that engine.io has passed on.
 * @returns false where that is no way: by polling, and while engine.io holds something back, which must come first
 */
export function writeFrame({ socket: { conn } }: PlayerConnection, frame: Buffer): boolean {
  const socket = webSocketOf(conn)
  const { writeBuffer } = conn as unknown as { readonly writeBuffer: readonly unknown[] }
  if (!socket || conn.readyState !== 'open' || writeBuffer.length > 0) return false
  if (socket.readyState !== socket.OPEN) return false
  const { _sender: sender } = socket as unknown as { readonly _sender: Sender }
  sender.sendFrame([frame])
  return true
}

/** A private field of `ws`, which engine.io uses for frames that are encoded already. */
type Sender = { sendFrame(list: readonly Buffer[]): void }
