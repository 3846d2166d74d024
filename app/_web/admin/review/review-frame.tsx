import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { Link } from '../../kit/link'
import { AdminFrame } from '../admin-frame'
import { useFilterWords } from '../samples/filter-words'
import { addressWith, filterParams } from '../samples/query'
import { addressesOf, addressOf, type ReviewTab } from './review-address'
import { type ReviewCounts, ReviewCountsProvider } from './review-counts'
import { ReviewTabs } from './review-tabs'
import { ReviewerLine } from './reviewer-line'

type ReviewFrameProps = {
  tab: ReviewTab
  filter: SampleFilter
  counts: ReviewCounts
  reviewer: string
  children: ReactNode
}

/** What is around all ways of reviewing. */
export function ReviewFrame({ tab, filter, counts, reviewer, children }: ReviewFrameProps) {
  const t = useTranslations('admin.review')
  const format = useFormatter()
  const params = filterParams(filter)
  const words = useFilterWords(filter)
  return (
    <AdminFrame tab="review">
      <ReviewCountsProvider counts={counts}>
        <h1 className="sr-only">{t('heading')}</h1>
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
          <ReviewTabs tab={tab} addresses={addressesOf(params)} />
          <ReviewerLine reviewer={reviewer} back={addressOf(tab, params)} />
          {words.length > 0 && (
            <p className="text-base">
              {t('narrowed', { filter: format.list(words) })}{' '}
              <Link href={addressOf(tab, {})} className="underline underline-offset-4">
                {t('all')}
              </Link>
              {' · '}
              <Link href={addressWith('/admin/samples', params)} className="underline underline-offset-4">
                {t('filter')}
              </Link>
            </p>
          )}
        </div>
        {children}
      </ReviewCountsProvider>
    </AdminFrame>
  )
}
