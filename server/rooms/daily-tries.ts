import type { Day } from '#game/daily'
import type { GameId } from '#game/protocol/scalars'
import type { RecordedPlayer } from '#game/record'

/** Who has had their ranked try at the challenge of a day. */
export type DailyTries = {
  /**
   * Makes a game the player's ranked try, if they have had none.
   * @param at when the game starts
   * @returns whether it is
   */
  claim(claim: { day: Day; gameId: GameId; player: RecordedPlayer; at: Date }): Promise<boolean>
  /** Gives back the try of a game that did not begin after all. */
  release(gameId: GameId): Promise<void>
}
