/** Of nothing: 0. */
export function shareOf<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(test).length / all.length
}

/** Wilson's interval of a share at 95 %: where it is, going by a sample of at least one. */
export function intervalOf(part: number, whole: number): { low: number; high: number } {
  const z = 1.96
  const middle = part / whole + z ** 2 / (2 * whole)
  const reach = z * Math.sqrt((part * (whole - part)) / whole ** 3 + z ** 2 / (4 * whole ** 2))
  const scale = 1 + z ** 2 / whole
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}

/** Of no values: 0. Of an even number: the upper of the middle two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Of no values: 0. @param sorted in ascending order */
export function quantileOfSorted(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}
