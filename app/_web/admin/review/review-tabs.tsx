'use client'

import { useTranslations } from 'next-intl'
import { TabLinks } from '../../kit/tab-links'
import type { ReviewTab } from './review-address'
import { useReviewCounts } from './review-counts'

type ReviewTabsProps = { tab: ReviewTab; addresses: Readonly<Record<ReviewTab, string>> }

/** The ways of reviewing: the doubtful one by one, what looks right in stacks, and what reviewers disagree on. */
export function ReviewTabs({ tab, addresses }: ReviewTabsProps) {
  const t = useTranslations('admin.review')
  const { counts } = useReviewCounts()
  return (
    <TabLinks
      label={t('heading')}
      tabs={(Object.keys(addresses) as ReviewTab[]).map((each) => ({
        href: addresses[each],
        text: t(`tabs.${each}`, { count: counts[each] }),
        isHere: each === tab,
      }))}
    />
  )
}
