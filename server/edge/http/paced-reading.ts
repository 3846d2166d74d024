import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Bytes that the parser gets at once. A browser's request is shorter; 40 of the shortest requests take a millisecond. */
const sliceBytes = 1024

type Reading = {
  readonly read: () => void
  /** The last request that was parsed. */
  request?: IncomingMessage
  unanswered: number
  /** Nothing is read before its turn. */
  isHeld: boolean
}

export type PacedReading = {
  /** Takes over the reading of a connection. @param wait calls `go` when its turn has come */
  pace(socket: Socket, wait: (go: () => void) => void): void
}

/**
 * Backpressure on HTTP connections: the parser gets one slice at a time, and the next request only after the previous one is
 * answered. Node itself parses everything that has arrived, 64 KB or a thousand pipelined requests, even if the first of them has
 * destroyed the connection. Reading by `readable` and `read` disables the parser's direct path to the socket, and still emits each
 * slice as `data` to it. An upgraded connection is left to its new protocol.
 */
export function createPacedReading(server: Server): PacedReading {
  const readings = new WeakMap<Socket, Reading>()

  server.prependListener('request', (request, response) => {
    const reading = readings.get(request.socket)
    if (!reading) return
    reading.request = request
    reading.unanswered++
    response.once('close', () => {
      reading.unanswered--
      reading.read()
    })
  })
  server.prependListener('upgrade', ({ socket }) => {
    const reading = readings.get(socket)
    if (reading) socket.off('readable', reading.read).off('drain', reading.read)
  })

  return {
    pace(socket, wait) {
      const reading: Reading = { unanswered: 0, isHeld: true, read: () => readAll(socket, reading) }
      readings.set(socket, reading)
      socket.on('readable', reading.read).on('drain', reading.read)
      wait(() => {
        reading.isHeld = false
        reading.read()
      })
    },
  }
}

function readAll(socket: Socket, reading: Reading): void {
  // With nothing buffered, read(0) makes the stream go on, and emit its end.
  const next = () => Math.min(sliceBytes, socket.readableLength)
  try {
    while (next() === 0 || mayParse(socket, reading)) if (socket.read(next()) === null) return
  } catch (error) {
    // Node's parser asserts its state. An unexpected slice may end the connection, but not the server.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_INTERNAL_ASSERTION') throw error
    socket.destroy()
  }
}

/** A body belongs to the pending request. Responses that the client does not read count as pending; after the last one nothing is parsed. */
function mayParse(socket: Socket, { isHeld, unanswered, request }: Reading): boolean {
  if (isHeld || !socket.writable || socket.writableNeedDrain) return false
  return unanswered === 0 || (unanswered === 1 && request?.complete === false)
}
