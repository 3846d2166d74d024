import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { digits } from '#game/protocol/constants'
import { sumBoards } from '#game/records/what-counts'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { boardName } from '../../kit/board-name'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { EmptyState } from '../../kit/panel'
import { TabLinks } from '../../kit/tab-links'
import { type BoardChoice, type BoardTab, boardAddress, boardOf, boardTabs, spans, tabOf } from './span'

type BoardScreenProps = BoardChoice & {
  /** The judge's version of the current season; null before its first game. */
  season: string | null
  isEmpty: boolean
  children: ReactNode
}

/** What the boards go by that are not of games with digits. */
const rules: Partial<Record<BoardTab, 'digitRule' | 'ratingRule' | 'sumsRule'>> = {
  sums: 'sumsRule',
  digits: 'digitRule',
  rating: 'ratingRule',
}

const texts: Partial<Record<BoardTab, 'digitText' | 'ratingText'>> = {
  digits: 'digitText',
  rating: 'ratingText',
}

export function BoardScreen({ season, isEmpty, children, ...choice }: BoardScreenProps) {
  const t = useTranslations('leaderboard')
  const names = { t: useTranslations('leaderboard.boards'), levels: useTranslations('common.sums.levels') }
  const { board, span, digit } = choice
  const tab = tabOf(board)
  return (
    <main id="main" className="page max-w-3xl">
      <h1 className="mt-4 text-5xl sm:text-6xl">{t('heading')}</h1>
      <p className="mt-3 max-w-prose text-muted">
        {t(rules[tab] ?? 'rule')}
        {board !== 'rating' &&
          span === 'season' &&
          season !== null &&
          ` ${t('seasonRule', { judge: season })}`}
      </p>
      <div className="mt-6 mb-4 flex flex-wrap items-start justify-between gap-3">
        <TabLinks
          label={t('board')}
          tabs={boardTabs.map((each) => ({
            href: boardAddress({ ...choice, board: boardOf(each, choice) }),
            text: t(`boards.${each}`),
            isHere: each === tab,
          }))}
        />
        {board !== 'rating' && (
          <TabLinks
            label={t('span')}
            tabs={spans.map((each) => ({
              href: boardAddress({ ...choice, span: each }),
              text: t(`spans.${each}`),
              isHere: each === span,
            }))}
          />
        )}
        {tab === 'sums' && (
          <TabLinks
            label={t('boards.sums')}
            tabs={sumBoards.map((each) => ({
              href: boardAddress({ ...choice, board: each }),
              text: boardName(each, names),
              isHere: each === board,
            }))}
          />
        )}
        {board === 'digits' && (
          <TabLinks
            label={t('digit')}
            className="figures grid grid-cols-5 sm:inline-flex"
            tabs={digits.map((each) => ({
              href: boardAddress({ ...choice, digit: each }),
              text: String(each),
              isHere: each === digit,
            }))}
          />
        )}
      </div>
      {isEmpty ? <Nobody {...choice} /> : children}
    </main>
  )
}

function Nobody(choice: BoardChoice) {
  const t = useTranslations('leaderboard.empty')
  const { board, span, digit } = choice
  const isOfPlayers = board === 'rating'
  return (
    <EmptyState
      picture={
        <HandwrittenDigit digit={board === 'digits' ? digit : 1} time={0.8} className="h-40 text-accent" />
      }
      title={t(isOfPlayers ? 'all' : span)}
      action={
        <>
          <Button kind="primary" asChild>
            <Link href="/">{t('play')}</Link>
          </Button>
          {!isOfPlayers && span !== 'all' && (
            <Button asChild>
              <Link href={boardAddress({ ...choice, span: 'all' })}>{t('earlier')}</Link>
            </Button>
          )}
        </>
      }
    >
      {t(texts[tabOf(board)] ?? 'text')}
    </EmptyState>
  )
}
