'use client'

import { useTranslations } from 'next-intl'
import { TabLinks } from '../../kit/tab-links'
import type { FilterParams } from '../samples/query'
import { addressOf, type ReviewTab, reviewAddresses } from './review-address'
import { useReviewCounts } from './review-counts'

/** The ways of reviewing: the doubtful one by one, what looks right in stacks, and what reviewers disagree on. */
export function ReviewTabs({ tab, params }: { tab: ReviewTab; params: FilterParams }) {
  const t = useTranslations('admin.review')
  const { counts } = useReviewCounts()
  return (
    <TabLinks
      label={t('heading')}
      tabs={(Object.keys(reviewAddresses) as ReviewTab[]).map((each) => ({
        href: addressOf(each, params),
        text: t(`tabs.${each}`, { count: counts[each] }),
        isHere: each === tab,
      }))}
    />
  )
}
