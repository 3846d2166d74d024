import type { Socket } from 'socket.io-client'
import type { ClientMessageInput, ClientMessageName } from '#game/protocol/client-messages'
import type { Acknowledgement, ClientToServer, ServerToClient } from '#game/protocol/socket-events'

export type ClientSocket = Socket<ServerToClient, ClientToServer>

/** Sends a message. @returns the server's answer, `unreachable` without a connection, or `no-answer` after a timeout */
export type SendRequest = <Name extends ClientMessageName>(
  name: Name,
  message: ClientMessageInput<Name>,
) => Promise<Acknowledgement>

/** What `SendRequest` has already checked by its type and socket.io cannot see through the generic name. */
type Acknowledged = { emitWithAck(event: ClientMessageName, message: unknown): Promise<Acknowledgement> }

/** Sends a batch of ink, unless there is no connection. What becomes of it comes with the room's progress. */
export type SendInk = (message: ClientMessageInput<'ink:add'>) => void

const timeoutMs = 8_000
const resyncAgainMs = 500

export function createSendRequest(socket: ClientSocket): SendRequest {
  return async (name, message) => {
    if (!socket.connected) return { ok: false, refusal: 'unreachable' }
    const acknowledged = socket.timeout(timeoutMs) as unknown as Acknowledged
    return acknowledged
      .emitWithAck(name, message)
      .catch((): Acknowledgement => ({ ok: false, refusal: 'no-answer' }))
  }
}

export function createSendInk(socket: ClientSocket): SendInk {
  return (message) => {
    if (socket.connected) socket.emit('ink:add', message)
  }
}

/**
 * Asks for a new snapshot of the room, and asks again while the server is too busy for it. Without a connection there is no need:
 * the next one begins with a snapshot.
 * @returns asks, unless it is asking already
 */
export function createResync(request: SendRequest): () => void {
  let isAsking = false

  async function resync(): Promise<void> {
    const answer = await request('room:resync', {})
    isAsking = !answer.ok && (answer.refusal === 'too-often' || answer.refusal === 'no-answer')
    if (isAsking) setTimeout(resync, resyncAgainMs)
  }

  return () => {
    if (isAsking) return
    isAsking = true
    void resync()
  }
}
