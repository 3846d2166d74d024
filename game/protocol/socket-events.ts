import type { Refusal } from '#game/protocol/refusal'
import type { ClientMessageInput, ClientMessageName } from './client-messages'
import type { PlayerId, RoomCode } from './scalars'
import type { ServerMessage, ServerMessageName } from './server-messages'

/** The answer to a client message: done, or the refusal. Who gets into a room learns which one, and who they are in it. */
export type Acknowledgement =
  | { readonly ok: true; readonly code?: RoomCode; readonly you?: PlayerId }
  | { readonly ok: false; readonly refusal: Refusal }

/** The events of socket.io in its own form. */
export type ClientToServer = {
  [Name in ClientMessageName]: (
    message: ClientMessageInput<Name>,
    acknowledge: (answer: Acknowledgement) => void,
  ) => void
}
export type ServerToClient = {
  [Name in ServerMessageName]: (message: ServerMessage<Name>) => void
} & {
  /** Answered at once by the browser: how the server measures lag. */
  'lag:probe': (answer: () => void) => void
}
