/** What one contributor may make of an export at most [C14]. */
export const contributorCaps = { perDigit: 20, share: 0.01, leastWithFew: 20, equalShares: 4 } as const

type LabelledId = { readonly id: string; readonly contributorId: string; readonly label: number }

/**
 * [C14] Leaves out what a contributor has beyond the caps: `perDigit` of each label, and `share` of all that is left. Where so few
 * contributed that this would leave out more than half, `equalShares` equal shares stand in its place, and at least
 * `leastWithFew` samples. Of each contributor those with the lowest ids stay, which are random and stay the same.
 * @returns the ids of those that stay
 */
export function capContributors(samples: readonly LabelledId[]): Set<string> {
  const byContributor = new Map<string, string[]>()
  const perDigit = new Map<string, number>()
  for (const { id, contributorId, label } of samples.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = `${contributorId} ${label}`
    const before = perDigit.get(key) ?? 0
    perDigit.set(key, before + 1)
    if (before >= contributorCaps.perDigit) continue
    byContributor.set(contributorId, [...(byContributor.get(contributorId) ?? []), id])
  }
  const cap = capFor([...byContributor.values()].map(({ length }) => length))
  return new Set([...byContributor.values()].flatMap((ids) => ids.slice(0, cap)))
}

function capFor(counts: readonly number[]): number {
  const { share, equalShares, leastWithFew } = contributorCaps
  const strict = largestCap(counts, share)
  const fair = Math.max(leastWithFew, largestCap(counts, equalShares / counts.length))
  return 2 * totalUnder(counts, strict) >= totalUnder(counts, fair) ? strict : fair
}

/** The largest number of samples that is no more than this share of all, when everybody has at most so many. */
function largestCap(counts: readonly number[], share: number): number {
  let cap = Math.max(0, ...counts)
  while (cap > share * totalUnder(counts, cap)) cap--
  return cap
}

function totalUnder(counts: readonly number[], cap: number): number {
  return counts.reduce((sum, count) => sum + Math.min(count, cap), 0)
}
