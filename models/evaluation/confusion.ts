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
    const falsePositives = answered - hit
    return {
      digit,
      count,
      recall: ratio(hit, count),
      specificity: ratio(total - count - falsePositives, total - count),
      accuracy: ratio(total - (count - hit) - falsePositives, total),
      precision: ratio(hit, answered),
      f1: ratio(2 * hit, count + answered),
      falsePositives,
    }
  })
}

/** The same for all digits together: means over the ten, but for counts, and the accuracy, which is the share of right answers. */
export function figuresOverall(confusion: Confusion): Omit<DigitMetrics, 'digit'> {
  const digits = figuresPerDigit(confusion)
  const sum = (of: (one: DigitMetrics) => number) => digits.reduce((all, one) => all + of(one), 0)
  const mean = (of: (one: DigitMetrics) => number) => sum(of) / digits.length
  const count = sum((one) => one.count)
  return {
    count,
    recall: mean(({ recall }) => recall),
    specificity: mean(({ specificity }) => specificity),
    accuracy: ratio(
      sum(({ recall, count }) => recall * count),
      count,
    ),
    precision: mean(({ precision }) => precision),
    f1: mean(({ f1 }) => f1),
    falsePositives: sum(({ falsePositives }) => falsePositives),
  }
}
