import type { Guess, Lock } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import type { Hands } from '#game/drawing/hands'
import type { Day } from '#game/prompts/daily'
import type { GameSeed } from '#game/prompts/game-seed'
import type { Colour } from '#game/protocol/colour'
import type { Digit, GameId, PlayerId, RoomCode, RoomSettings, Sum } from '#game/protocol/scalars'
import type { Vote } from '#game/scoring/fool'
import type { DrawingScore } from '#game/scoring/score'
import type { GoldCheck } from '#game/voting/ballots'
import type { HoldReason } from './hold-reason'

/** What is kept for ever. From these anyone can run the rules again and get the same points. */

/** The network that answered, and what it ran on. */
export type JudgeVersion = { readonly version: string; readonly engine: 'wasm' | 'native' }

export type RecordedPlayer = {
  readonly id: PlayerId
  readonly name: string
  /** What the room called the player: the name, with a number where another had the same. Missing in older records. */
  readonly label?: string
  readonly colour: Colour
}

export function labelOf({ name, label }: Pick<RecordedPlayer, 'name' | 'label'>): string {
  return label ?? name
}

export type DrawingRecord = DrawingScore & {
  /** Index of the canvas in its round, and of the drawing on its canvas. */
  readonly canvas: number
  readonly index: number
  /** Whose canvas it was; several where a team shared it. */
  readonly players: readonly RecordedPlayer[]
  readonly prompt: Digit
  /** [R28] What was shown instead of it. */
  readonly sum?: Sum
  /** When the prompt appeared, in ms since the round began. */
  readonly promptAtMs: number
  /** The op log in the form of drawing/ink-codec; `atMs` since the round began. */
  readonly ink: string
  readonly pointCount: number
  readonly inkLength: number
  readonly guesses: readonly Guess[]
  readonly lock: Lock | null
  readonly wrongLocks: number
  readonly lagCreditMs: number
  /** [D5] */
  readonly isByKeyboard: boolean
  /** [D6] Where several shared the canvas. Missing in older records. */
  readonly hands?: Hands
  /** [S17] What others read in it, where they voted. Missing where a lock decides. */
  readonly votes?: readonly Vote[]
  /** [S17] What its player read in the drawing whose digit is known; null who was not asked. Missing likewise. */
  readonly goldCheck?: GoldCheck | null
}

export type GameHeader = {
  readonly id: GameId
  readonly roomCode: RoomCode
  readonly settings: RoomSettings
  readonly seed: GameSeed
  readonly judge: JudgeVersion
  /** The edition of the lock rule. Missing for edition 1. */
  readonly edition?: Edition
  /** Whose challenge it was; null for any other game. */
  readonly day: Day | null
  /** [R25] The game that its ghosts had played. Missing where there were none. */
  readonly ghosts?: GameId
  readonly startedAt: number
}

export type RoundRecord = {
  readonly game: GameHeader
  /** From 0. */
  readonly round: number
  readonly startedAt: number
  readonly endedAt: number
  readonly drawings: readonly DrawingRecord[]
}

/** The sum of one player in one game. Equal scores share a rank unless lock time or ink tell them apart. */
export type Standing = {
  readonly player: RecordedPlayer
  readonly score: number
  readonly rank: number
  readonly rounds: number
  readonly locks: number
  /** Sum of lock times, ms. */
  readonly lockMs: number
  readonly inkLength: number
  /** Rounds in a row that ended with a lock, up to now. */
  readonly streak: number
  /** What the streak bonus added to the score. */
  readonly bonus: number
  /** [S12] Whether any drawing was made by keyboard: such a result is on no leaderboard. */
  readonly isByKeyboard: boolean
  /** Index of the player's canvas in the first round; who shares it is a team. Null for who came later. */
  readonly firstCanvas: number | null
  /** [F8] In a finished game: the same for all who played from one address. Missing in older records. */
  readonly network?: number
  /**
   * [F2] [F3] Why the result is held; empty where nothing speaks against it. Only in the standings of a ranked game that has finished,
   * and missing in older records.
   */
  readonly heldFor?: readonly HoldReason[]
}

export type GameRecord = GameHeader & {
  readonly finishedAt: number
  readonly rounds: number
  readonly standings: readonly Standing[]
}
