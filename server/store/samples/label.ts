/** One person's verdict on a sample: a digit, or 10 for "not a digit". */
export type Verdict = { readonly reviewer: string; readonly verdict: number; readonly createdAt: Date }

export const adminReviewer = 'admin'

/**
 * The label that people agree on: the admin's last verdict, else one that two reviewers have as their last. The prompt does
 * not count: it is a weak label.
 * @returns null while there is no agreement
 */
export function agreedLabel(verdicts: readonly Verdict[]): number | null {
  const last = new Map<string, number>()
  for (const { reviewer, verdict } of verdicts.toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  ))
    last.set(reviewer, verdict)
  const admin = last.get(adminReviewer)
  if (admin !== undefined) return admin
  const given = [...last.values()]
  return given.find((verdict, index) => given.indexOf(verdict) < index) ?? null
}
