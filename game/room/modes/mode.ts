import type { RandomState } from '#game/prompts/random'
import type { PlayerId, RoomSettings } from '#game/protocol/scalars'

/** What makes a mode differ, and nothing else does. */
export type Mode = {
  readonly roundsOf: (settings: RoomSettings) => number
  /** Who shares a canvas. */
  readonly seat: (players: readonly PlayerId[], random: RandomState) => readonly (readonly PlayerId[])[]
  /** What a lock brings: the end of the canvas's round, after the pen has finished; or the next prompt, at once. */
  readonly afterLock: 'finish' | 'next'
  /** Does the pen go round among those who share a canvas? */
  readonly passesPen: boolean
}
