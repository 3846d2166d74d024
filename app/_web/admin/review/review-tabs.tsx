import { useTranslations } from 'next-intl'
import { TabLinks } from '../../kit/tab-links'
import { addressWith, type FilterParams } from '../samples/query'

const addresses = {
  single: '/admin/review',
  stacks: '/admin/review/stacks',
  settle: '/admin/review/settle',
} as const
export type ReviewTab = keyof typeof addresses

type ReviewTabsProps = {
  tab: ReviewTab
  params: FilterParams
  /** How many wait in all, how many of them look right, and on how many reviewers disagree. */
  counts: Readonly<Record<ReviewTab, number>>
}

/** The ways of reviewing: the doubtful one by one, what looks right in stacks, and what reviewers disagree on. */
export function ReviewTabs({ tab, params, counts }: ReviewTabsProps) {
  const t = useTranslations('admin.review')
  return (
    <TabLinks
      label={t('heading')}
      tabs={(Object.keys(addresses) as ReviewTab[]).map((each) => ({
        href: addressWith(addresses[each], params),
        text: t(`tabs.${each}`, { count: counts[each] }),
        isHere: each === tab,
      }))}
    />
  )
}

export const addressOf = (tab: ReviewTab, params: FilterParams) => addressWith(addresses[tab], params)
