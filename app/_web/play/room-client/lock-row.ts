import type { LockedDrawing } from './room-state'

/**
 * How many of the last drawings have locked in a row: none with a wrong guess, and of a game in rounds none left out.
 * @param lockedDrawings what has locked, in order
 */
export function lockRow(lockedDrawings: readonly LockedDrawing[]): number {
  const broken = lockedDrawings.findLastIndex(({ wrongLocks, round }, index) => {
    const next = lockedDrawings[index + 1]
    return wrongLocks > 0 || (next !== undefined && next.round > round + 1)
  })
  const last = lockedDrawings.at(-1)
  return last && last.wrongLocks > 0 ? 0 : lockedDrawings.length - 1 - broken
}
