import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LeaderboardPage } from '../_web/games/boards/leaderboard-page'
import { parseBoardChoice } from '../_web/games/boards/span'
import { currentGuest } from '../_web/kit/player/current-guest'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('leaderboard')
  return { title: t('title') }
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Leaderboard({ searchParams }: PageProps) {
  const guest = await currentGuest()
  return <LeaderboardPage choice={parseBoardChoice(await searchParams)} own={guest?.id} />
}
