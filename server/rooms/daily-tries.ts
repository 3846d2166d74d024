import type { Day, DaySecret } from '#game/prompts/daily'
import type { GameId } from '#game/protocol/scalars'
import type { RecordedPlayer } from '#game/records/record'

/** A game that starts at a moment of the day. */
export type DailyClaim = { day: Day; gameId: GameId; player: RecordedPlayer; at: Date }

/** Who has had their ranked try at the challenge of a day. */
export type DailyTries = {
  /**
   * Makes a game the player's ranked try, if they have had none.
   * @returns whether it is, and what the day's digits follow from
   */
  claim(claim: DailyClaim): Promise<{ isRanked: boolean; secret: DaySecret }>
  /** Gives back the try of a game that did not begin after all. */
  release(gameId: GameId): Promise<void>
}
