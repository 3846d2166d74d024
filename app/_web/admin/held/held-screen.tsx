import { useTranslations } from 'next-intl'
import type { HeldPage } from '#server/store/moderation/list-held'
import { EmptyState } from '../../kit/panel'
import { TabLinks } from '../../kit/tab-links'
import { ListScreen } from '../list-screen'
import { HeldCard } from './held-card'
import { type HeldList, heldAddress, heldLists } from './query'

type HeldScreenProps = { list: HeldList; page: number; found: HeldPage }

export function HeldScreen({ list, page, found }: HeldScreenProps) {
  const t = useTranslations('admin.held')
  return (
    <ListScreen
      {...{ page, pageCount: found.pageCount }}
      heading={t('heading')}
      text={t('text')}
      addressOf={(number) => heldAddress(list, number)}
    >
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
          <ul className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
            {found.results.map((result) => (
              <HeldCard key={`${result.gameId} ${result.playerId}`} result={result} list={list} />
            ))}
          </ul>
        </>
      )}
    </ListScreen>
  )
}
