import { useTranslations } from 'next-intl'
import type { AdminActionRecord } from '#server/store/samples/exclude-contributor'
import type { ContributorPage } from '#server/store/samples/list-contributors'
import { EmptyState } from '../../kit/panel'
import { ListScreen } from '../list-screen'
import { addressWith, pageParams } from '../samples/query'
import { ActionLog } from './action-log'
import { ContributorCard } from './contributor-card'
import { keyOfContributor } from './query'

type ContributorsScreenProps = { page: number; found: ContributorPage; actions: AdminActionRecord[] }

export function ContributorsScreen({ page, found, actions }: ContributorsScreenProps) {
  const t = useTranslations('admin.contributors')
  return (
    <div className="grid grid-cols-1 gap-6">
      <ListScreen
        {...{ page, pageCount: found.pageCount }}
        heading={t('heading')}
        text={t('text')}
        addressOf={(number) =>
          addressWith(
            '/admin/contributors',
            pageParams(number, { page, shown: found.contributors.map(keyOfContributor) }),
          )
        }
      >
        {found.contributors.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : (
          <ul className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
            {found.contributors.map((contributor) => (
              <ContributorCard key={contributor.id} contributor={contributor} />
            ))}
          </ul>
        )}
      </ListScreen>
      {actions.length > 0 && <ActionLog actions={actions} />}
    </div>
  )
}
