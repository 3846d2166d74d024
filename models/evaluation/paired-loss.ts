/** What one network got of an example, and what the other. */
export type Pair = { readonly before: boolean; readonly after: boolean }

/** How much is lost from one to the other, as a share, and the standard error of it. Negative is a gain. */
type PairedLoss = { readonly count: number; readonly loss: number; readonly error: number }

/**
 * The difference of two shares that were measured on the same examples. Only examples on which the two differ tell anything, so
 * the error is much smaller than that of two samples (the variance is that of McNemar's test).
 */
export function pairedLossOf(pairs: readonly Pair[]): PairedLoss {
  const count = pairs.length
  if (count === 0) return { count, loss: 0, error: 0 }
  let [lost, won] = [0, 0]
  for (const { before, after } of pairs) {
    if (before && !after) lost++
    if (after && !before) won++
  }
  const loss = (lost - won) / count
  return { count, loss, error: Math.sqrt(Math.max(0, (lost + won) / count - loss ** 2) / count) }
}
