import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'

/** A WebSocket of text frames alone. */
export type RawWebSocket = {
  /** @param text latin1 */
  send(text: string): void
}

/** Of all sockets: what is read is handed over before the next is read. */
const readBuffer = Buffer.alloc(64 * 1024)
const longHeader = 126
const nothing = Buffer.alloc(0)

/**
 * A client that takes as little CPU as it can, so that hundreds beside a server leave it the machine: it neither masks (its mask is zero) nor
 * copies, and knows neither fragments nor pings of WebSocket, which socket.io does not use.
 * @param onText called with the payload of each frame, which is valid until it returns
 */
export async function openRawWebSocket(
  url: URL,
  cookie: string,
  onText: (payload: Buffer, socket: RawWebSocket) => void,
): Promise<RawWebSocket> {
  let rest = nothing
  let isOpen = false
  let opened = () => {}
  const opening = new Promise<void>((resolve) => {
    opened = resolve
  })

  const raw: RawWebSocket = {
    send: (text) => void (socket.writable && socket.write(headerOf(text.length) + text, 'latin1')),
  }

  /** @returns how many bytes of it were whole */
  function take(data: Buffer): number {
    let at = 0
    if (!isOpen) {
      const end = data.indexOf('\r\n\r\n')
      if (end < 0) return 0
      if (!data.subarray(0, end).includes(' 101 ')) throw new Error(data.toString('latin1', 0, end))
      at = end + 4
      isOpen = true
      opened()
    }
    while (at + 2 <= data.length) {
      const short = data.readUInt8(at + 1)
      const header = short < longHeader ? 2 : short === longHeader ? 4 : 10
      if (at + header > data.length) break
      const length =
        short < longHeader
          ? short
          : short === longHeader
            ? data.readUInt16BE(at + 2)
            : Number(data.readBigUInt64BE(at + 2))
      const end = at + header + length
      if (end > data.length) break
      if ((data.readUInt8(at) & 0xf) === 1) onText(data.subarray(at + header, end), raw)
      at = end
    }
    return at
  }

  const socket = connect({
    host: url.hostname,
    port: Number(url.port),
    noDelay: true,
    onread: {
      buffer: readBuffer,
      callback(bytes, buffer) {
        const read = Buffer.from(buffer.buffer, buffer.byteOffset, bytes)
        const data = rest.length > 0 ? Buffer.concat([rest, read]) : read
        const taken = take(data)
        rest = taken < data.length ? Buffer.from(data.subarray(taken)) : nothing
        return true
      },
    },
  })
  await once(socket, 'connect')
  // A server that cannot keep up may drop it; the others go on.
  socket.on('error', () => socket.destroy())
  socket.write(
    [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `Host: ${url.host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Cookie: ${cookie}`,
      '\r\n',
    ].join('\r\n'),
  )
  await opening
  return raw
}

/** Of a whole text frame with a mask of zeros. */
function headerOf(length: number): string {
  const [final, masked] = [0x81, 0x80]
  const size = length < longHeader ? [masked | length] : [masked | longHeader, length >> 8, length & 0xff]
  return String.fromCharCode(final, ...size, 0, 0, 0, 0)
}
