import type { GameRecord, RoundRecord } from '#game/record'

/** Where finished rounds and games go. Takes them at once and for good; writing them may take as long as it takes. */
export type RecordKeeper = {
  /** How many rounds and games are not written yet. */
  readonly depth: number
  keepRound(record: RoundRecord): void
  keepGame(record: GameRecord): void
}
