import type { Config } from '#server/config'

/** What is no longer needed, and when: see README. Results and ratings are small, and stay. */
export type RetentionPolicy = {
  /** Drawings of rounds that ended before, unless a sample with a yes, a board or an admin needs them; null prunes none. */
  readonly drawingsBefore: Date | null
  /** Guesses of rounds that ended before, which ink and judge give again [S10]; null prunes none. */
  readonly guessesBefore: Date | null
  /** Files of rooms and records that could not be read or written, older than this. */
  readonly filesBefore: Date
  /** Entries of days and weeks on boards, of games that ended before: no page shows them any more. */
  readonly spansBefore: Date
}

/** Long enough for somebody to look into what went wrong. */
export const keepFilesDays = 30
/** A week, and some days in which a page may still be open. */
const keepSpansDays = 14

const dayMs = 86_400_000

/** @param now ms since the epoch */
export function retentionPolicy(
  { keepRoundsDays, keepGuessesDays }: Pick<Config, 'keepRoundsDays' | 'keepGuessesDays'>,
  now: number,
): RetentionPolicy {
  const before = (days: number) => new Date(now - days * dayMs)
  return {
    drawingsBefore: keepRoundsDays === null ? null : before(keepRoundsDays),
    guessesBefore: keepGuessesDays === null ? null : before(keepGuessesDays),
    filesBefore: before(keepFilesDays),
    spansBefore: before(keepSpansDays),
  }
}
