import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { digitBoard } from '#server/store/boards/digit-board'
import { findSeason } from '#server/store/boards/find-season'
import { leaderboard } from '#server/store/boards/leaderboard'
import { pagePrisma } from '#server/store/page-store'
import { ratingBoard } from '#server/store/ratings/rating-board'
import { BoardScreen } from '../_web/games/boards/board-screen'
import { DigitRanking } from '../_web/games/boards/digit-ranking'
import { GameRanking } from '../_web/games/boards/game-ranking'
import { RatingRanking } from '../_web/games/boards/rating-ranking'
import { parseBoard, parseDigit, parseSpan, sinceOf } from '../_web/games/boards/span'
import { SiteHeader } from '../_web/home/site-header'
import { currentGuest } from '../_web/kit/player/current-guest'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('leaderboard')
  return { title: words('title') }
}

type LeaderboardPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LeaderboardPage({ searchParams }: LeaderboardPageProps) {
  const wished = await searchParams
  const prisma = pagePrisma()
  const [words, guest, season] = await Promise.all([
    getTranslations('leaderboard'),
    currentGuest(),
    findSeason(prisma),
  ])
  const board = parseBoard(wished.board)
  const span = parseSpan(wished.span)
  const digit = parseDigit(wished.digit)
  const since = sinceOf(span, new Date())
  const period = {
    ...(since && { since }),
    ...(span === 'season' && season !== null && { judgeVersion: season }),
  }
  const own = guest ? { own: guest.id } : {}
  const caption = words('caption', { board: words(`boards.${board}`), span: words(`spans.${span}`) })
  const choice = { board, span, digit, season }

  if (board === 'digits') {
    const ranking = await digitBoard(prisma, { digit, period, ...own })
    return (
      <>
        <SiteHeader />
        <BoardScreen {...choice} isEmpty={ranking.rows.length === 0}>
          <DigitRanking ranking={ranking} digit={digit} caption={caption} />
        </BoardScreen>
      </>
    )
  }
  if (board === 'rating') {
    const ranking = await ratingBoard(prisma, own)
    return (
      <>
        <SiteHeader />
        <BoardScreen {...choice} isEmpty={ranking.rows.length === 0}>
          <RatingRanking ranking={ranking} caption={words('ratingCaption')} />
        </BoardScreen>
      </>
    )
  }
  const ranking = await leaderboard(prisma, { board, period, ...own })
  return (
    <>
      <SiteHeader />
      <BoardScreen {...choice} isEmpty={ranking.rows.length === 0}>
        <GameRanking ranking={ranking} caption={caption} points={words('points')} />
      </BoardScreen>
    </>
  )
}
