import type { GameRecord, RoundRecord } from '#game/records/record'

/** Where finished rounds and games go. Takes them at once and for good; writing them may take as long as it takes. */
export type RecordKeeper = {
  /** How many rounds and games are not written yet. */
  readonly depth: number
  /** @returns settles when the record is safe: on the disk, or in the database. Keeping one again changes nothing. */
  keepRound(record: RoundRecord): Promise<void>
  /** @returns likewise */
  keepGame(record: GameRecord): Promise<void>
}
