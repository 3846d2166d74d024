import { Chance } from '#models/training/chance'

/** How many of something were counted, and how many of these were hits, for several figures at once. */
export type HitCounts = { readonly hits: readonly number[]; readonly counts: readonly number[] }

export type ConfidenceInterval = { readonly share: number; readonly low: number; readonly high: number }

const resamples = 1_000
const seed = 1

/**
 * Percentile bootstrap by clusters (Efron, 1979): what one hand drew is drawn again together, because its drawings are alike.
 * @param tallies one for each cluster, at least one, all with the same figures
 * @param statistic of the sum of tallies
 * @returns of each value of the statistic: what it is, and between which values it lies with 95 % confidence
 */
export function bootstrapIntervals(
  tallies: readonly HitCounts[],
  statistic: (sum: HitCounts) => readonly number[],
): ConfidenceInterval[] {
  const chance = new Chance(seed)
  const drawn = Array.from({ length: resamples }, () =>
    statistic(sumOf(tallies.map(() => chance.pick(tallies)))),
  )
  return statistic(sumOf(tallies)).map((share, index) => {
    const values = drawn.map((one) => one[index] ?? 0).sort((a, b) => a - b)
    const at = (part: number) => values[Math.round(part * (resamples - 1))] ?? share
    return { share, low: Math.min(share, at(0.025)), high: Math.max(share, at(0.975)) }
  })
}

function sumOf(tallies: readonly HitCounts[]): HitCounts {
  const size = tallies[0]?.counts.length ?? 0
  const [hits, counts] = [new Array<number>(size).fill(0), new Array<number>(size).fill(0)]
  for (const tally of tallies)
    for (let index = 0; index < size; index++) {
      hits[index] = (hits[index] ?? 0) + (tally.hits[index] ?? 0)
      counts[index] = (counts[index] ?? 0) + (tally.counts[index] ?? 0)
    }
  return { hits, counts }
}
