import type { Guess, Lock } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import type { Refusal } from '#game/protocol/refusal'
import type { CanvasView, PhaseView, RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Sheet } from '../../ink/canvas/sheet'
import type { OwnInk } from './own-ink'

/** Why there is no connection any more; none of these heals by itself. */
export type Ending = 'taken' | ServerMessage<'seat:removed'>['reason'] | Refusal

export type Connection =
  | { readonly name: 'connecting' }
  | { readonly name: 'connected' }
  | { readonly name: 'reconnecting'; readonly isServerClosing: boolean }
  | { readonly name: 'ended'; readonly ending: Ending }

/** What is below a seat. */
export type Line = {
  readonly isOpen: boolean
  /** Why the server let this browser in no further, the last time it said so. */
  readonly reason: string | null
}

/** A canvas as it is now: the view's, with its ink as strokes, grown by every progress since. */
export type LiveCanvas = Omit<CanvasView, 'ink' | 'guess' | 'lock'> & {
  /** The ops of the drawing that the server has told of. */
  readonly ink: readonly InkOp[]
  readonly sheet: Sheet
  readonly guess: Guess | null
  readonly lock: Lock | null
}

/** What a player has just said; the number tells two of the same apart. */
export type SentEmote = ServerMessage<'emote:sent'> & { readonly number: number }

type WithoutCanvases<Phase> = Phase extends { canvases: unknown } ? Omit<Phase, 'canvases'> : Phase
/** Canvases change many times a second and are kept apart from all that does not. */
export type CalmPhase = WithoutCanvases<PhaseView>

export type RoomState = {
  readonly connection: Connection
  readonly line: Line
  /** The room is opened to play at once, and that has not been answered yet. */
  readonly isStarting: boolean
  /** Null until the first view. */
  readonly room: Omit<RoomView, 'phase' | 'sequence' | 'serverNow'> | null
  readonly phase: CalmPhase | null
  readonly canvases: readonly LiveCanvas[]
  readonly own: OwnInk | null
  readonly emote: SentEmote | null
  readonly sequence: number
  /** Progress was missed: until the next view nothing more can be applied. */
  readonly isBehind: boolean
  /** To be added to this device's clock to get the server's, ms. */
  readonly clockOffsetMs: number | null
  /** The line is new: the offset was learnt on another one and is good until the next view. */
  readonly isClockStale: boolean
}

export const newRoomState: RoomState = {
  connection: { name: 'connecting' },
  line: { isOpen: false, reason: null },
  isStarting: false,
  room: null,
  phase: null,
  canvases: [],
  own: null,
  emote: null,
  sequence: 0,
  isBehind: false,
  clockOffsetMs: null,
  isClockStale: false,
}
