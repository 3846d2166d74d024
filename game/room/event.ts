import type { Guess, Lock } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import type { Digit, Emote, PlayerId } from '#game/protocol/scalars'
import type { GameRecord, RoundRecord } from '#game/records/record'

/** What has happened in a room, for the shell to perform. */
export type GameEvent =
  /** Something that every view shows is different: players, settings, phase. */
  | { readonly type: 'viewChanged' }
  | InkAdded
  | GuessMade
  | DrawingLocked
  | WrongLocked
  | PromptChanged
  | PenPassed
  | {
      readonly type: 'playerRemoved'
      readonly playerId: PlayerId
      readonly reason: 'left' | 'kicked' | 'outvoted' | 'away'
    }
  | { readonly type: 'emoteSent'; readonly playerId: PlayerId; readonly emote: Emote }
  /** A public room is to begin its next game; the shell has the identity, seed and judge for it. */
  | { readonly type: 'startDue' }
  | { readonly type: 'roundFinished'; readonly record: RoundRecord }
  | { readonly type: 'gameFinished'; readonly record: GameRecord }
  | { readonly type: 'roomEmptied' }

type OnDrawing = { readonly canvas: number; readonly drawing: number }

export type InkAdded = OnDrawing & {
  readonly type: 'inkAdded'
  readonly from: number
  readonly ops: readonly InkOp[]
  readonly isByKeyboard: boolean
}
export type GuessMade = OnDrawing & { readonly type: 'guessMade'; readonly guess: Guess }
export type DrawingLocked = OnDrawing & {
  readonly type: 'drawingLocked'
  readonly lock: Lock
  readonly points: number
}
export type WrongLocked = OnDrawing & { readonly type: 'wrongLocked'; readonly wrongLocks: number }
/** The canvas has gone on to its next drawing. */
export type PromptChanged = OnDrawing & {
  readonly type: 'promptChanged'
  readonly prompt: Digit
  readonly promptAtMs: number
}
export type PenPassed = OnDrawing & { readonly type: 'penPassed'; readonly pen: PlayerId }

/** The events that go to everybody in the room, many times a second, in one message a tick. */
export type Progress = InkAdded | GuessMade | DrawingLocked | WrongLocked | PromptChanged | PenPassed
