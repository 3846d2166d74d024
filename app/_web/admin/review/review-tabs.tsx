import { useTranslations } from 'next-intl'
import { TabLinks } from '../../kit/tab-links'

const addresses = { single: '/admin/review', stacks: '/admin/review/stacks' } as const

type ReviewTabsProps = {
  tab: keyof typeof addresses
  /** How many wait in all, and how many of them look right. */
  waiting: number
  looksRight: number
}

/** The two ways of reviewing: the doubtful one by one, and what looks right in stacks. */
export function ReviewTabs({ tab, waiting, looksRight }: ReviewTabsProps) {
  const t = useTranslations('admin.review')
  const counts = { single: waiting, stacks: looksRight }
  return (
    <TabLinks
      label={t('heading')}
      className="mb-5"
      tabs={(['single', 'stacks'] as const).map((each) => ({
        href: addresses[each],
        text: t(`tabs.${each}`, { count: counts[each] }),
        isHere: each === tab,
      }))}
    />
  )
}
