import type { Refusal } from '#game/protocol/refusal'
import type { ClientMessageInput, ClientMessageName } from './client-messages'
import type { PlayerId, RoomCode } from './scalars'
import type { ServerMessage, ServerMessageName } from './server-messages'

/** The answer to a client message: done, or the refusal. Who gets into a room learns which one, and who they are in it. */
export type Acknowledgement =
  | { readonly ok: true; readonly code?: RoomCode; readonly you?: PlayerId }
  | { readonly ok: false; readonly refusal: Refusal }

type Acknowledge = (answer: Acknowledgement) => void

/**
 * The events of socket.io in its own form. Ink needs no acknowledgement of its own: that it has arrived is in the next
 * `drawing:progressed`, once a tick however many batches it was, and that it was refused in `ink:refused`.
 */
export type ClientToServer = {
  [Name in ClientMessageName]: (
    message: ClientMessageInput<Name>,
    ...acknowledge: Name extends 'ink:add' ? [Acknowledge?] : [Acknowledge]
  ) => void
}
export type ServerToClient = {
  [Name in ServerMessageName]: (message: ServerMessage<Name>) => void
} & {
  /** Answered at once by the browser: how the server measures lag. */
  'lag:probe': (answer: () => void) => void
}
