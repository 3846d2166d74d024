import { useTranslations } from 'next-intl'
import type { HeldPage } from '#server/store/moderation/list-held'
import { EmptyState } from '../../kit/empty-state'
import { PageLinks } from '../../kit/page-links'
import { TabLinks } from '../../kit/tab-links'
import { HeldCard } from './held-card'
import { type HeldList, heldAddress, heldLists } from './query'

type HeldScreenProps = { list: HeldList; page: number; found: HeldPage }

export function HeldScreen({ list, page, found }: HeldScreenProps) {
  const t = useTranslations('admin.held')
  const samples = useTranslations('admin.samples')
  const { pageCount } = found
  return (
    <div className="grid grid-cols-1 gap-6">
      <div>
        <h1 className="text-4xl">{t('heading')}</h1>
        <p className="max-w-prose text-muted">{t('text')}</p>
      </div>
      <TabLinks
        label={t('lists.label')}
        className="justify-self-start"
        tabs={(Object.keys(heldLists) as HeldList[]).map((each) => ({
          href: heldAddress(each),
          text: t(`lists.${each}`),
          isHere: each === list,
        }))}
      />
      {found.results.length === 0 ? (
        <EmptyState title={t(found.count > 0 ? 'empty.page' : `empty.${list}`)} />
      ) : (
        <>
          <p className="text-muted">{t('count', { count: found.count })}</p>
          <ul className="grid items-start gap-4 lg:grid-cols-2">
            {found.results.map((result) => (
              <HeldCard key={`${result.gameId} ${result.playerId}`} result={result} list={list} />
            ))}
          </ul>
        </>
      )}
      <PageLinks
        {...{ page, pageCount }}
        addressOf={(number) => heldAddress(list, number)}
        label={samples('page', { page, count: pageCount })}
        previous={samples('previous')}
        next={samples('next')}
      />
    </div>
  )
}
