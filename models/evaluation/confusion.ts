import type { DigitMetrics } from './report-schema'

/** Ten rows (label) of eleven columns (answer; the last is "not a digit"). */
export type Confusion = readonly (readonly number[])[]

export function confusionOf(
  pairs: readonly { readonly label: number; readonly answer: number }[],
): number[][] {
  const confusion = Array.from({ length: 10 }, () => new Array<number>(11).fill(0))
  for (const { label, answer } of pairs) {
    const row = confusion[label]
    if (row?.[answer] === undefined) throw new RangeError(`label ${label}, answer ${answer}`)
    row[answer] += 1
  }
  return confusion
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** @returns one-against-the-rest figures for digits 0-9; a ratio with nothing below the line is 0. */
export function figuresPerDigit(confusion: Confusion): DigitMetrics[] {
  const total = confusion.flat().reduce((sum, cell) => sum + cell, 0)
  return confusion.map((row, digit) => {
    const count = row.reduce((sum, cell) => sum + cell, 0)
    const answered = confusion.reduce((sum, other) => sum + (other[digit] ?? 0), 0)
    const hit = row[digit] ?? 0
    return {
      digit,
      count,
      recall: ratio(hit, count),
      specificity: ratio(total - count - (answered - hit), total - count),
      precision: ratio(hit, answered),
      f1: ratio(2 * hit, count + answered),
    }
  })
}
