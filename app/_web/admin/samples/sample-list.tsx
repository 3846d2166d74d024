import { Download } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SamplePage } from '#server/store/samples/list-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { Button } from '../../kit/button'
import { EmptyState } from '../../kit/empty-state'
import { Panel } from '../../kit/panel'
import { FilterForm } from './filter-form'
import { filterWords } from './query'
import { SampleCard } from './sample-card'

type SampleListProps = { filter: SampleFilter; page: number; found: SamplePage }

export function SampleList({ filter, page, found }: SampleListProps) {
  const words = useTranslations('admin.samples')
  return (
    <div className="grid grid-cols-1 gap-6">
      <div>
        <h1 className="text-4xl">{words('heading')}</h1>
        <p className="text-muted">{words('count', { count: found.count })}</p>
      </div>
      <FilterForm filter={filter} />
      {found.samples.length === 0 ? (
        <EmptyState title={words('empty.title')}>{words('empty.text')}</EmptyState>
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
      <Pages filter={filter} page={page} pageCount={found.pageCount} />
    </div>
  )
}

function ExportPanel({ filter }: { filter: SampleFilter }) {
  const words = useTranslations('admin.export')
  return (
    <Panel className="flex flex-wrap items-center gap-4">
      <div className="min-w-60 flex-1">
        <h2 className="text-xl">{words('heading')}</h2>
        <p className="text-base text-muted">{words('text')}</p>
      </div>
      <Button asChild>
        <a href={`/api/admin/export?${new URLSearchParams(filterWords(filter))}`} download>
          <Download aria-hidden="true" />
          {words('download')}
        </a>
      </Button>
    </Panel>
  )
}

function Pages({ filter, page, pageCount }: { filter: SampleFilter; page: number; pageCount: number }) {
  const words = useTranslations('admin.samples')
  const addressOf = (number: number) =>
    `/admin/samples?${new URLSearchParams({ ...filterWords(filter), page: String(number) })}`
  if (pageCount <= 1) return null
  return (
    <nav aria-label={words('page', { page, count: pageCount })} className="flex items-center gap-4">
      {page > 1 && (
        <Button asChild size="small">
          <Link href={addressOf(page - 1)}>{words('previous')}</Link>
        </Button>
      )}
      <span>{words('page', { page, count: pageCount })}</span>
      {page < pageCount && (
        <Button asChild size="small">
          <Link href={addressOf(page + 1)}>{words('next')}</Link>
        </Button>
      )}
    </nav>
  )
}
