import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { GameBoard, Leaderboard } from '#server/store/leaderboard'
import { HandwrittenDigit } from '../logo/handwritten-digit'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TabLinks } from '../ui/tab-links'
import { Ranking } from './ranking'
import { boards, type Span, spans } from './span'

type BoardProps = { board: GameBoard; span: Span; leaderboard: Leaderboard }

const addressOf = (board: GameBoard, span: Span) => `/leaderboard?board=${board}&span=${span}`

export function Board({ board, span, leaderboard }: BoardProps) {
  const words = useTranslations('leaderboard')
  return (
    <main id="main" className="page max-w-3xl">
      <h1 className="mt-4 text-5xl sm:text-6xl">{words('heading')}</h1>
      <p className="mt-3 max-w-prose text-muted">{words('rule')}</p>
      <div className="mt-6 mb-4 flex flex-wrap justify-between gap-3">
        <TabLinks
          label={words('board')}
          tabs={boards.map((each) => ({
            href: addressOf(each, span),
            text: words(`boards.${each}`),
            isHere: each === board,
          }))}
        />
        <TabLinks
          label={words('span')}
          tabs={spans.map((each) => ({
            href: addressOf(board, each),
            text: words(`spans.${each}`),
            isHere: each === span,
          }))}
        />
      </div>
      {leaderboard.rows.length > 0 ? (
        <Ranking
          leaderboard={leaderboard}
          caption={words('caption', { board: words(`boards.${board}`), span: words(`spans.${span}`) })}
        />
      ) : (
        <Nobody board={board} span={span} />
      )}
    </main>
  )
}

function Nobody({ board, span }: Omit<BoardProps, 'leaderboard'>) {
  const words = useTranslations('leaderboard.empty')
  return (
    <EmptyState
      picture={<HandwrittenDigit digit={1} time={0.8} className="h-40 text-accent" />}
      title={words(span)}
      action={
        <>
          <Button kind="primary" asChild>
            <Link href="/">{words('play')}</Link>
          </Button>
          {span !== 'all' && (
            <Button asChild>
              <Link href={addressOf(board, 'all')}>{words('earlier')}</Link>
            </Button>
          )}
        </>
      }
    >
      {words('text')}
    </EmptyState>
  )
}
