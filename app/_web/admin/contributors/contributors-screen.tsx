import { useTranslations } from 'next-intl'
import type { AdminActionRecord } from '#server/store/samples/exclude-contributor'
import type { ContributorPage } from '#server/store/samples/list-contributors'
import { EmptyState } from '../../kit/empty-state'
import { PageLinks } from '../../kit/page-links'
import { ActionLog } from './action-log'
import { ContributorCard } from './contributor-card'

type ContributorsScreenProps = { page: number; found: ContributorPage; actions: AdminActionRecord[] }

export function ContributorsScreen({ page, found, actions }: ContributorsScreenProps) {
  const t = useTranslations('admin.contributors')
  const samples = useTranslations('admin.samples')
  const { pageCount } = found
  return (
    <div className="grid grid-cols-1 gap-6">
      <div>
        <h1 className="text-4xl">{t('heading')}</h1>
        <p className="max-w-prose text-muted">{t('text')}</p>
      </div>
      {found.contributors.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <ul className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          {found.contributors.map((contributor) => (
            <ContributorCard key={contributor.id} contributor={contributor} />
          ))}
        </ul>
      )}
      <PageLinks
        {...{ page, pageCount }}
        addressOf={(number) => `/admin/contributors?${new URLSearchParams({ page: String(number) })}`}
        label={samples('page', { page, count: pageCount })}
        previous={samples('previous')}
        next={samples('next')}
      />
      {actions.length > 0 && <ActionLog actions={actions} />}
    </div>
  )
}
