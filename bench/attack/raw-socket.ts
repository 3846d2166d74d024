import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setImmediate as pause } from 'node:timers/promises'

/** A TCP connection to the attacked server. Answers are read and ignored, and so are errors, which mean that the server has cut it. */
export function openTcp(url: string, localAddress: string): Socket {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress })
  return socket.on('error', () => {}).resume()
}

/** One frame as a browser would mask it, with a mask of zeros. @param opcode 1 text, 9 ping, 0 continuation @param isLast of its message */
export function webSocketFrame(text: string, opcode = 1, isLast = true): Buffer {
  const payload = Buffer.from(text)
  const isShort = payload.length < 126
  const head = Buffer.alloc(isShort ? 6 : 8)
  head[0] = (isLast ? 0x80 : 0) | opcode
  head[1] = 0x80 | (isShort ? payload.length : 126)
  if (!isShort) head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

/**
 * A WebSocket to the game that ignores close frames and goes on sending.
 * @param packets sent once it is open
 * @returns null if the server has refused it
 */
export async function openDeafWebSocket(
  { url, cookie, localAddress }: { url: string; cookie: string; localAddress: string },
  packets: readonly string[],
  over: Promise<unknown> = new Promise(() => {}),
): Promise<Socket | null> {
  const socket = openTcp(url, localAddress)
  const head = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${new URL(url).host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Cookie: ${cookie}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  const answer = await Promise.race([
    once(socket, 'data').then(([chunk]) => String(chunk)),
    once(socket, 'close').then(() => ''),
    over.then(() => ''),
  ]).catch(() => '')
  if (!answer.startsWith('HTTP/1.1 101')) {
    socket.destroy()
    return null
  }
  for (const packet of packets) socket.write(webSocketFrame(packet))
  return socket
}

/** Writes `block` over and over until `over` or the server has closed the connection. @returns how many bytes it has taken */
export async function pour(socket: Socket, block: Buffer, over: Promise<unknown>): Promise<number> {
  let isOver = false
  const ended = Promise.race([over, once(socket, 'close').catch(() => {})]).then(() => {
    isOver = true
  })
  while (!isOver) {
    const isFull = !socket.write(block)
    // A write that is taken at once must not keep the end from being heard.
    await Promise.race([ended, isFull ? once(socket, 'drain').catch(() => {}) : pause()])
  }
  const taken = socket.bytesWritten - socket.writableLength
  socket.destroy()
  return taken
}
