import type { Guess } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import type { InkOp } from '#game/drawing/ink'
import type { GameSeed } from '#game/prompts/game-seed'
import type { Colour } from '#game/protocol/colour'
import type { Emote, GameId, PlayerId, RoomSettings } from '#game/protocol/scalars'
import type { JudgeVersion } from '#game/records/record'
import type { GhostRace } from './ghosts'
import type { DailyTry } from './room'
import type { Tempo } from './tempo'

/** What a player, the judge or the clock asks of a room. */
export type Command =
  | {
      readonly type: 'player:join'
      readonly playerId: PlayerId
      readonly name: string
      readonly colour: Colour
      readonly isSpectator: boolean
      /** [F8] A mark of the address it comes from; without one nobody is known to share it. */
      readonly network?: string
    }
  | { readonly type: 'player:disconnect'; readonly playerId: PlayerId }
  | { readonly type: 'player:leave'; readonly playerId: PlayerId }
  | { readonly type: 'player:kick'; readonly playerId: PlayerId; readonly target: PlayerId }
  | { readonly type: 'player:vote'; readonly playerId: PlayerId; readonly target: PlayerId }
  | { readonly type: 'emote:send'; readonly playerId: PlayerId; readonly emote: Emote }
  | { readonly type: 'settings:change'; readonly playerId: PlayerId; readonly settings: RoomSettings }
  | {
      readonly type: 'game:start'
      readonly playerId: PlayerId
      readonly gameId: GameId
      readonly seed: GameSeed
      readonly judge: JudgeVersion
      /** [R14] In a room of the daily challenge, and only there. */
      readonly daily?: DailyTry
      /** [R25] For somebody who is alone; the seed is that of the game they come from. */
      readonly ghosts?: GhostRace
      /** What the game was begun with, where it is begun again from a log; the present one otherwise. */
      readonly edition?: Edition
      /** Likewise. */
      readonly tempo?: Tempo
    }
  | { readonly type: 'round:ready'; readonly playerId: PlayerId; readonly round: number }
  | { readonly type: 'round:end'; readonly playerId: PlayerId }
  /** [R30] @property entry index into the voter's own ballot @property label a digit, or 10 for nothing that can be read */
  | {
      readonly type: 'vote:cast'
      readonly playerId: PlayerId
      readonly round: number
      readonly entry: number
      readonly label: number
    }
  /** [R24] */
  | { readonly type: 'pen:pass'; readonly playerId: PlayerId }
  | { readonly type: 'rematch:ask'; readonly playerId: PlayerId }
  | { readonly type: 'lobby:open'; readonly playerId: PlayerId }
  /** [R25] There are none for who waits alone. */
  | { readonly type: 'ghosts:none' }
  | {
      readonly type: 'ink:add'
      readonly playerId: PlayerId
      readonly round: number
      /** Index of the drawing on its canvas. */
      readonly drawing: number
      /** Index of the first of these ops in the drawing. */
      readonly from: number
      readonly ops: readonly InkOp[]
      /** [D5] Drawn with the arrow keys instead of a hand. */
      readonly isByKeyboard: boolean
      /** One way, as measured by the server. */
      readonly lagMs: number
    }
  | {
      readonly type: 'guess:make'
      readonly round: number
      readonly canvas: number
      readonly drawing: number
      readonly guess: Guess
    }
  | { readonly type: 'time:pass' }

export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>
