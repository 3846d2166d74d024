import type { LockedDrawing } from './room-state'

/**
 * How many of the last drawings have locked in a row: none with a wrong guess, and of a game in rounds none left out.
 * @param film what has locked, in order
 */
export function lockRow(film: readonly LockedDrawing[]): number {
  const broken = film.findLastIndex(({ wrongLocks, round }, index) => {
    const next = film[index + 1]
    return wrongLocks > 0 || (next !== undefined && next.round > round + 1)
  })
  const last = film.at(-1)
  return last && last.wrongLocks > 0 ? 0 : film.length - 1 - broken
}
