'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { ReviewTab } from './review-address'

/** How many wait in all, how many of them look right, and on how many reviewers disagree. */
export type ReviewCounts = Readonly<Record<ReviewTab, number>>

type CountsContext = {
  readonly counts: ReviewCounts
  setCounts(change: (before: ReviewCounts) => ReviewCounts): void
}

const Context = createContext<CountsContext>({ counts: { single: 0, stacks: 0, settle: 0 }, setCounts() {} })

/** What waits, as tabs and desk both show it. */
export const useReviewCounts = () => useContext(Context)

/** @param counts when the page was rendered; from then on the desk knows better, also where the server renders the page anew */
export function ReviewCountsProvider({
  counts: atFirst,
  children,
}: {
  counts: ReviewCounts
  children: ReactNode
}) {
  const [counts, setCounts] = useState(atFirst)
  const context = useMemo(() => ({ counts, setCounts }), [counts])
  return <Context value={context}>{children}</Context>
}
