import type { GameSocket } from './connection'
import { webSocketOf } from './terminate'

/** 4: a message of engine.io; 2: an event of socket.io that asks for no acknowledgement. */
const begins = '42["ink:add",'

/**
 * Reads ink where the WebSocket hands it over. It is nearly all that comes, and engine.io and socket.io take longer to unpack it than the
 * rules to draw it; what is not ink, or asks for an acknowledgement, or cannot be read, goes their way. So does all that comes by polling.
 * @param take called with the arguments of the event
 * @returns ends it
 */
export function readInk({ conn }: GameSocket, take: (args: readonly unknown[]) => void): () => void {
  const socket = webSocketOf(conn)
  // The last one is engine.io's, or this one's for a socket before it on the same connection.
  const passOn = socket?.listeners('message').at(-1) as Listener | undefined
  if (!socket || !passOn) return () => {}
  const read: Listener = (data, isBinary) => {
    const args = isBinary ? null : parse(data)
    if (args) take(args)
    else passOn(data, isBinary)
  }
  socket.off('message', passOn).on('message', read)
  return () => {
    if (socket.listeners('message').includes(read)) socket.off('message', read).on('message', passOn)
  }
}

type Listener = (data: Buffer, isBinary: boolean) => void

function parse(data: Buffer): readonly unknown[] | null {
  if (data.toString('latin1', 0, begins.length) !== begins) return null
  try {
    const [, ...args] = JSON.parse(data.toString('utf8', 2))
    return args
  } catch {
    return null
  }
}
