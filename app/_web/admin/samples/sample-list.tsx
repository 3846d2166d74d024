import { useTranslations } from 'next-intl'
import type { BulkReview } from '#server/store/samples/bulk-review'
import type { SamplePage, StoredSample } from '#server/store/samples/list-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { EmptyState, Panel } from '../../kit/panel'
import { ExportForm } from '../export/export-form'
import { ListScreen } from '../list-screen'
import { ReviewerLine } from '../review/reviewer-line'
import { BulkForm } from './bulk-form'
import { FilterForm } from './filter-form'
import { addressWith, filterParams, keyOfSample, pageParams, unreviewedParam } from './query'
import { SampleCard, type ShownSample } from './sample-card'

type SampleListProps = {
  filter: SampleFilter
  page: number
  found: SamplePage
  models: readonly string[]
  contributorName: string | null
  /** Who looks; null for somebody who has not said. */
  reviewer: string | null
  lastBulk: BulkReview | null
}

export function SampleList({ filter, page, found, reviewer, lastBulk, ...parts }: SampleListProps) {
  const t = useTranslations('admin.samples')
  const params = filterParams(filter)
  const address = addressWith('/admin/samples', params)
  return (
    <ListScreen
      {...{ page, pageCount: found.pageCount }}
      heading={t('heading')}
      text={t('count', { count: found.count })}
      addressOf={(number) =>
        addressWith('/admin/samples', {
          ...params,
          ...pageParams(number, { page, shown: found.samples.map(keyOfSample) }),
        })
      }
    >
      <FilterForm filter={filter} {...parts} />
      <ReviewerLine reviewer={reviewer} back={address} />
      {found.samples.length === 0 ? (
        <>
          {reviewer !== null && lastBulk && <BulkForm {...{ params, count: 0, last: lastBulk }} />}
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        </>
      ) : (
        <>
          <Button asChild kind="quiet" size="small" className="justify-self-start px-1!">
            <Link href={addressWith('/admin/review', params)}>{t('reviewThese')}</Link>
          </Button>
          <ExportPanel filter={filter} />
          {reviewer !== null && <BulkForm {...{ params, count: found.count, last: lastBulk }} />}
          <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {found.samples.map((sample) => (
              <SampleCard key={sample.id} sample={shown(sample)} canLabel={reviewer !== null} />
            ))}
          </ul>
        </>
      )}
    </ListScreen>
  )
}

function shown({ reviews, ...sample }: StoredSample): ShownSample {
  const { id, prompt, reasons, thousandths, votes, label, ink, gameId } = sample
  return { id, prompt, reasons, thousandths, votes, label, ink, gameId, hasReviews: reviews.length > 0 }
}

function ExportPanel({ filter }: { filter: SampleFilter }) {
  const t = useTranslations('admin.export')
  return (
    <Panel className="grid grid-cols-1 gap-4">
      <div>
        <h2 className="text-xl">{t('heading')}</h2>
        <p className="max-w-prose text-base text-muted">{t('text')}</p>
      </div>
      <ExportForm params={filterParams(filter)}>
        <label className="flex min-h-11 items-center gap-2 text-base">
          <input type="checkbox" name={unreviewedParam} value="yes" className="size-5 accent-accent" />
          {t('unreviewed')}
        </label>
      </ExportForm>
    </Panel>
  )
}
