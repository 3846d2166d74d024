/** Standard deviation of some values as a share of their mean (coefficient of variation); null where there are none, or their mean is 0. */
export function variationOf(values: readonly number[]): number | null {
  const meanOf = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length
  const mean = meanOf(values)
  return values.length === 0 || mean === 0
    ? null
    : Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) / Math.abs(mean)
}
