import { useTranslations } from 'next-intl'
import type { SamplePage, StoredSample } from '#server/store/samples/list-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { EmptyState, Panel } from '../../kit/panel'
import { ExportForm } from '../export/export-form'
import { ListScreen } from '../list-screen'
import { FilterForm } from './filter-form'
import { filterParams, unreviewedParam } from './query'
import { SampleCard, type ShownSample } from './sample-card'

type SampleListProps = { filter: SampleFilter; page: number; found: SamplePage }

export function SampleList({ filter, page, found }: SampleListProps) {
  const t = useTranslations('admin.samples')
  return (
    <ListScreen
      {...{ page, pageCount: found.pageCount }}
      heading={t('heading')}
      text={t('count', { count: found.count })}
      addressOf={(number) =>
        `/admin/samples?${new URLSearchParams({ ...filterParams(filter), page: String(number) })}`
      }
    >
      <FilterForm filter={filter} />
      {found.samples.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <>
          <ExportPanel filter={filter} />
          <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {found.samples.map((sample) => (
              <SampleCard key={sample.id} sample={shown(sample)} />
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
