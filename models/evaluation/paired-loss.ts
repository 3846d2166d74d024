/** How often one network was right, how often the other, and how often one alone, on the same examples. */
export type PairTally = { count: number; before: number; after: number; lost: number; won: number }

export const noPairs = (): PairTally => ({ count: 0, before: 0, after: 0, lost: 0, won: 0 })

/** @param before whether the one network was right @param after whether the other was */
export function addPair(tally: PairTally, before: boolean, after: boolean): void {
  tally.count++
  if (before) tally.before++
  if (after) tally.after++
  if (before && !after) tally.lost++
  if (after && !before) tally.won++
}

/**
 * How much is lost from one to the other, as a share, and the standard error of it. Only examples on which the two differ tell
 * anything, so the error is much smaller than that of two samples (the variance is that of McNemar's test). Negative is a gain.
 */
export function pairedLossOf({ count, lost, won }: PairTally): { loss: number; error: number } {
  if (count === 0) return { loss: 0, error: 0 }
  const loss = (lost - won) / count
  return { loss, error: Math.sqrt(Math.max(0, (lost + won) / count - loss ** 2) / count) }
}
