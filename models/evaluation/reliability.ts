import type { ReliabilityBin } from './report-schema'

/** What the network answered, how probable it called that, and whether it was right. */
export type Prediction = { readonly probability: number; readonly isRight: boolean }

const binCount = 15

/** @returns 15 bins of equal width over probability 0..1; a probability of exactly 1 falls into the last. */
export function reliabilityBins(verdicts: readonly Prediction[]): ReliabilityBin[] {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, probability: 0, right: 0 }))
  for (const { probability, isRight } of verdicts) {
    const sum = sums[Math.min(binCount - 1, Math.floor(probability * binCount))]
    if (!sum) throw new RangeError(`no bin for probability ${probability}`)
    sum.count += 1
    sum.probability += probability
    if (isRight) sum.right += 1
  }
  return sums.map(({ count, probability, right }, bin) => ({
    from: bin / binCount,
    to: (bin + 1) / binCount,
    count,
    meanProbability: count === 0 ? 0 : Math.min(1, probability / count),
    accuracy: count === 0 ? 0 : right / count,
  }))
}

/** Mean distance between how sure and how right, each bin weighted by its count. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return 0
  const distance = bins.reduce(
    (sum, bin) => sum + bin.count * Math.abs(bin.meanProbability - bin.accuracy),
    0,
  )
  return distance / total
}
