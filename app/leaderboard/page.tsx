import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { leaderboard } from '#server/store/leaderboard'
import { pagePrisma } from '#server/store/page-store'
import { currentGuest } from '../player/current-guest'
import { SiteHeader } from '../ui/site-header'
import { Board } from './board'
import { parseBoard, parseSpan, sinceOf } from './span'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('leaderboard')
  return { title: words('title') }
}

type LeaderboardPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LeaderboardPage({ searchParams }: LeaderboardPageProps) {
  const words = await searchParams
  const board = parseBoard(words.board)
  const span = parseSpan(words.span)
  const guest = await currentGuest()
  const period = { since: sinceOf(span, new Date()) }
  const found = await leaderboard(pagePrisma(), { board, period, own: guest?.id })
  return (
    <>
      <SiteHeader />
      <Board board={board} span={span} leaderboard={found} />
    </>
  )
}
