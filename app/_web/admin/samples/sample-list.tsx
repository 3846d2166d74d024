import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SamplePage } from '#server/store/samples/list-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { Button } from '../../kit/button'
import { EmptyState, Panel } from '../../kit/panel'
import { ListScreen } from '../list-screen'
import { FilterForm } from './filter-form'
import { filterParams, unreviewedParam } from './query'
import { SampleCard } from './sample-card'

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
              <SampleCard key={sample.id} sample={sample} />
            ))}
          </ul>
        </>
      )}
    </ListScreen>
  )
}

function ExportPanel({ filter }: { filter: SampleFilter }) {
  const t = useTranslations('admin.export')
  return (
    <Panel className="flex flex-wrap items-center gap-4">
      <div className="min-w-60 flex-1">
        <h2 className="text-xl">{t('heading')}</h2>
        <p className="text-base text-muted">{t('text')}</p>
      </div>
      <form action="/api/admin/export" className="flex flex-wrap items-center gap-4">
        {Object.entries(filterParams(filter)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="flex min-h-11 items-center gap-2 text-base">
          <input type="checkbox" name={unreviewedParam} value="yes" className="size-5 accent-accent" />
          {t('unreviewed')}
        </label>
        <Button type="submit">
          <Download aria-hidden="true" />
          {t('download')}
        </Button>
      </form>
    </Panel>
  )
}
