import type { Guess, Lock, ShownPrompt } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import type { Emote, PlayerId } from '#game/protocol/scalars'
import type { GameRecord, RoundRecord } from '#game/records/record'

/** What has happened in a room, for the shell to perform. */
export type GameEvent =
  /** Something that every view shows is different: players, settings, phase. */
  | { readonly type: 'view:changed' }
  | InkAdded
  | GuessMade
  | DrawingLocked
  | WrongLocked
  | PromptChanged
  | PenPassed
  | {
      readonly type: 'player:removed'
      readonly playerId: PlayerId
      readonly reason: 'left' | 'kicked' | 'outvoted' | 'away'
    }
  | { readonly type: 'emote:sent'; readonly playerId: PlayerId; readonly emote: Emote }
  | { readonly type: 'ready:said'; readonly playerId: PlayerId; readonly round: number }
  /** [R34] Told the voter alone; others learn how many ballots are complete. What was said of which drawing is told nobody. */
  | {
      readonly type: 'vote:counted'
      readonly playerId: PlayerId
      readonly round: number
      readonly entry: number
      /** Whether it was the last that the voter was asked. */
      readonly completesBallot: boolean
    }
  /** A public room is to begin its next game, or a majority wants a rematch; the shell has the identity, seed and judge for it. */
  | { readonly type: 'game:due' }
  | { readonly type: 'round:finished'; readonly record: RoundRecord }
  | { readonly type: 'game:finished'; readonly record: GameRecord }
  | { readonly type: 'room:emptied' }

type OnDrawing = { readonly canvas: number; readonly drawing: number }

export type InkAdded = OnDrawing & {
  readonly type: 'ink:added'
  readonly from: number
  readonly ops: readonly InkOp[]
  readonly isByKeyboard: boolean
  /** [D6] Index into the players of a canvas that several share. */
  readonly hand?: number
}
export type GuessMade = OnDrawing & { readonly type: 'guess:made'; readonly guess: Guess }
export type DrawingLocked = OnDrawing & {
  readonly type: 'drawing:locked'
  readonly lock: Lock
  readonly points: number
}
export type WrongLocked = OnDrawing & { readonly type: 'drawing:wrong-locked'; readonly wrongLocks: number }
/** The canvas has gone on to its next drawing. */
export type PromptChanged = OnDrawing &
  ShownPrompt & { readonly type: 'prompt:changed'; readonly promptAtMs: number }
export type PenPassed = OnDrawing & { readonly type: 'pen:passed'; readonly pen: PlayerId }

/** Events that are broadcast to the room in batches, one message a tick. */
export type DrawingEvent = InkAdded | GuessMade | DrawingLocked | WrongLocked | PromptChanged | PenPassed

const areOfDrawing = {
  'view:changed': false,
  'ink:added': true,
  'guess:made': true,
  'drawing:locked': true,
  'drawing:wrong-locked': true,
  'prompt:changed': true,
  'pen:passed': true,
  'player:removed': false,
  'emote:sent': false,
  'ready:said': false,
  'vote:counted': false,
  'game:due': false,
  'round:finished': false,
  'game:finished': false,
  'room:emptied': false,
} satisfies { [Type in GameEvent['type']]: Type extends DrawingEvent['type'] ? true : false }

export function isDrawingEvent(event: GameEvent): event is DrawingEvent {
  return areOfDrawing[event.type]
}
