import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { HeldPage } from '#server/store/moderation/list-held'
import { Button } from '../../kit/button'
import { EmptyState } from '../../kit/empty-state'
import { TabLinks } from '../../kit/tab-links'
import { HeldCard } from './held-card'
import { addressOf, type HeldList, heldLists } from './query'

type HeldScreenProps = { list: HeldList; page: number; found: HeldPage }

export function HeldScreen({ list, page, found }: HeldScreenProps) {
  const t = useTranslations('admin.held')
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
          href: addressOf(each),
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
      <Pages list={list} page={page} pageCount={found.pageCount} />
    </div>
  )
}

function Pages({ list, page, pageCount }: { list: HeldList; page: number; pageCount: number }) {
  const t = useTranslations('admin.samples')
  if (pageCount <= 1) return null
  // A page may have become empty since its address was made.
  const here = Math.min(page, pageCount + 1)
  return (
    <nav aria-label={t('page', { page, count: pageCount })} className="flex items-center gap-4">
      {here > 1 && (
        <Button asChild size="small">
          <Link href={addressOf(list, here - 1)}>{t('previous')}</Link>
        </Button>
      )}
      <span>{t('page', { page, count: pageCount })}</span>
      {here < pageCount && (
        <Button asChild size="small">
          <Link href={addressOf(list, here + 1)}>{t('next')}</Link>
        </Button>
      )}
    </nav>
  )
}
