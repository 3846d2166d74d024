import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { EmptyState } from '../../kit/empty-state'
import { TabLinks } from '../../kit/tab-links'
import { addressOf, type Board, boards, type Span, spans } from './span'

type Choice = { board: Board; span: Span; digit: number }

type BoardScreenProps = Choice & {
  /** The version of the judge whose reign it is; null before its first game. */
  season: string | null
  isEmpty: boolean
  children: ReactNode
}

/** What the boards that are not of games go by. */
const rules: Partial<Record<Board, 'digitRule' | 'ratingRule'>> = {
  digits: 'digitRule',
  rating: 'ratingRule',
}

const texts: Partial<Record<Board, 'digitText' | 'ratingText'>> = {
  digits: 'digitText',
  rating: 'ratingText',
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

export function BoardScreen({ season, isEmpty, children, ...choice }: BoardScreenProps) {
  const words = useTranslations('leaderboard')
  const { board, span, digit } = choice
  return (
    <main id="main" className="page max-w-3xl">
      <h1 className="mt-4 text-5xl sm:text-6xl">{words('heading')}</h1>
      <p className="mt-3 max-w-prose text-muted">
        {words(rules[board] ?? 'rule')}
        {board !== 'rating' &&
          span === 'season' &&
          season !== null &&
          ` ${words('seasonRule', { judge: season })}`}
      </p>
      <div className="mt-6 mb-4 flex flex-wrap items-start justify-between gap-3">
        <TabLinks
          label={words('board')}
          tabs={boards.map((each) => ({
            href: addressOf({ ...choice, board: each }),
            text: words(`boards.${each}`),
            isHere: each === board,
          }))}
        />
        {board !== 'rating' && (
          <TabLinks
            label={words('span')}
            tabs={spans.map((each) => ({
              href: addressOf({ ...choice, span: each }),
              text: words(`spans.${each}`),
              isHere: each === span,
            }))}
          />
        )}
        {board === 'digits' && (
          <TabLinks
            label={words('digit')}
            className="figures grid grid-cols-5 sm:inline-flex"
            tabs={digits.map((each) => ({
              href: addressOf({ ...choice, digit: each }),
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

function Nobody(choice: Choice) {
  const words = useTranslations('leaderboard.empty')
  const { board, span, digit } = choice
  const isOfPlayers = board === 'rating'
  return (
    <EmptyState
      picture={
        <HandwrittenDigit digit={board === 'digits' ? digit : 1} time={0.8} className="h-40 text-accent" />
      }
      title={words(isOfPlayers ? 'all' : span)}
      action={
        <>
          <Button kind="primary" asChild>
            <Link href="/">{words('play')}</Link>
          </Button>
          {!isOfPlayers && span !== 'all' && (
            <Button asChild>
              <Link href={addressOf({ ...choice, span: 'all' })}>{words('earlier')}</Link>
            </Button>
          )}
        </>
      }
    >
      {words(texts[board] ?? 'text')}
    </EmptyState>
  )
}
