/** One person's verdict on a sample: a digit, or 10 for "not a digit". */
export type Verdict = { readonly reviewer: string; readonly verdict: number; readonly createdAt: Date }

export const adminReviewer = 'admin'

/**
 * What people agree a sample to be: the admin's last word, else a verdict that two reviewers gave last; null while there
 * is neither. The prompt is not asked: it is a weak label.
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
