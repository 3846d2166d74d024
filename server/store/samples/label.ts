/** One reviewer's verdict on a sample: a digit, or 10 for "not a digit". */
export type Verdict = {
  readonly reviewer: string
  readonly verdict: number
  /** [F13] Given by somebody who saw what others had said. */
  readonly settles: boolean
  readonly createdAt: Date
}

/** Who acts without having been asked for a name: verdicts of before 0.11.0, and what has nothing to do with reviewing. */
export const adminReviewer = 'admin'

/** The last verdict of each reviewer, in the order of their first ones. @param verdicts in any order */
export function lastVerdicts(verdicts: readonly Verdict[]): ReadonlyMap<string, number> {
  return new Map(inOrder(verdicts).map(({ reviewer, verdict }) => [reviewer, verdict]))
}

/**
 * [F13] The label that people agree on: what was settled last, else what the last verdicts of all reviewers say alike. The prompt does
 * not count: it is a weak label.
 * @returns null while nobody has looked, or reviewers disagree
 */
export function agreedLabel(verdicts: readonly Verdict[]): number | null {
  const settled = inOrder(verdicts).findLast(({ settles }) => settles)
  if (settled) return settled.verdict
  const given = new Set(lastVerdicts(verdicts).values())
  const [label = null] = given
  return given.size === 1 ? label : null
}

function inOrder(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}
