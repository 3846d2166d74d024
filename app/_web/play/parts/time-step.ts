/** A bar that goes down by less than this at once looks as if it ran. */
const stepPx = 2
/** Wide bars of short rounds go down by more, and often enough for an eye. */
const leastMs = 33

/**
 * How long a time bar stands still between two steps.
 * @param totalMs that it runs down in @param width of the bar in CSS pixels
 */
export function timeStepMs(totalMs: number, width: number): number {
  return Math.max(leastMs, (totalMs * stepPx) / Math.max(1, width))
}
