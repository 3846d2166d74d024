import type { Guess, Lock } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import type { CanvasView } from '#game/protocol/canvas-view'
import type { Refusal } from '#game/protocol/refusal'
import { type Digit, type GameId, nobody, type PlayerId } from '#game/protocol/scalars'
import type { PhaseView, RoomView, ServerMessage, Tally } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import type { StrokeState } from '../../ink/canvas/stroke-state'
import type { OwnInk } from './own-ink'

/** Why there is no connection any more; none of these heals by itself. */
export type Ending = 'taken' | ServerMessage<'seat:removed'>['reason'] | Refusal

export type ConnectionState =
  | { readonly name: 'connecting' }
  | { readonly name: 'connected' }
  | { readonly name: 'reconnecting'; readonly isServerClosing: boolean }
  | { readonly name: 'ended'; readonly ending: Ending }

/** The transport below the connection. */
export type LinkState = {
  readonly isOpen: boolean
  /** Why the server let this browser in no further, the last time it said so. */
  readonly reason: string | null
}

/** A drawing as it was when it locked. */
export type LockedDrawing = {
  readonly round: number
  /** Its index on its canvas. */
  readonly drawing: number
  readonly prompt: Digit
  readonly lockMs: number
  readonly points: number
  readonly wrongLocks: number
  readonly strokeState: StrokeState
}

/** A canvas as it is now: the view's, with its ink as strokes, grown by every progress since. */
export type LiveCanvas = Omit<CanvasView, 'inkText' | 'guess' | 'lock'> & {
  /** The ops of the drawing that the server has told of. */
  readonly ink: readonly InkOp[]
  readonly strokeState: StrokeState
  readonly guess: Guess | null
  readonly lock: Lock | null
  /** The last that has locked on it before our eyes. */
  readonly locked: LockedDrawing | null
}

/** What a player has just said; the number tells two of the same apart. */
export type SentEmote = ServerMessage<'emote:sent'> & { readonly number: number }

type WithoutCanvases<Phase> = Phase extends { canvases: unknown } ? Omit<Phase, 'canvases'> : Phase
/** Canvases change many times a second and are kept apart from all that does not. */
export type CalmPhase = WithoutCanvases<PhaseView>

export type RoomState = {
  readonly connection: ConnectionState
  readonly line: LinkState
  /** Whom the server knows this browser as; nobody before it has joined, and on a TV. */
  readonly you: PlayerId
  /** The room is opened to play at once, and that has not been answered yet. */
  readonly isStarting: boolean
  /** Null until the first view. */
  readonly room: Omit<RoomView, 'phase' | 'sequence' | 'serverNow'> | null
  readonly phase: CalmPhase | null
  /** [F4] The game in which the own result waits for an admin. */
  readonly heldGameId: GameId | null
  /** How all stood before the round whose results are shown; null for who has not seen it. */
  readonly tallyBefore: Tally | null
  readonly canvases: readonly LiveCanvas[]
  readonly own: OwnInk | null
  /** The drawings on the own canvas that have locked in this game, as far as this page has seen them. */
  readonly lockedDrawings: readonly LockedDrawing[]
  readonly emote: SentEmote | null
  readonly sequence: number
  /** [P9] How often the own pen sends. */
  readonly tickMs: number
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
  you: nobody,
  isStarting: false,
  room: null,
  phase: null,
  heldGameId: null,
  tallyBefore: null,
  canvases: [],
  own: null,
  lockedDrawings: [],
  emote: null,
  sequence: 0,
  tickMs: settings.inkBatchMs,
  isBehind: false,
  clockOffsetMs: null,
  isClockStale: false,
}

/** @returns the index of this player's canvas; -1 for one who watches */
export function ownCanvasOf({ canvases, you }: RoomState): number {
  return canvases.findIndex(({ players }) => players.includes(you))
}
