import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Given to the parser at once. A browser's request is shorter; the shortest that there are, 40 of them, take a millisecond. */
const sliceBytes = 1024

type Reading = {
  readonly read: () => void
  /** Of the last request that the parser found. */
  request?: IncomingMessage
  unanswered: number
  /** Nothing is read before its turn has come. */
  isHeld: boolean
}

export type PacedReading = {
  /** Reads a connection from now on, and from its turn on. @param wait calls `go` when that has come */
  pace(socket: Socket, wait: (go: () => void) => void): void
}

/**
 * Backpressure on HTTP connections: their parser gets one slice at a time, and nothing of the next request before the one
 * before it is answered. Node itself parses all that has come, 64 KB or a thousand pipelined requests, even when the first of
 * them has destroyed the connection. Reading by `readable` and `read` takes the socket from the parser's own fast way, and
 * still gives it each slice as `data`. An upgraded connection is read as ever.
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
  // Nothing waits: this is how a stream is told to go on, and how its end is heard.
  const next = () => Math.min(sliceBytes, socket.readableLength)
  try {
    while (next() === 0 || mayParse(socket, reading)) if (socket.read(next()) === null) return
  } catch (error) {
    // Node's parser has a state of its own. A slice that it does not expect may end a connection, but not the server.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_INTERNAL_ASSERTION') throw error
    socket.destroy()
  }
}

/** A body belongs to the request that waits for it. Answers that nobody takes are waited for, too; after the last there is none. */
function mayParse(socket: Socket, { isHeld, unanswered, request }: Reading): boolean {
  if (isHeld || !socket.writable || socket.writableNeedDrain) return false
  return unanswered === 0 || (unanswered === 1 && request?.complete === false)
}
