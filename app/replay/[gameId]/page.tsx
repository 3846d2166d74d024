import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { systemClock } from '#server/host/clock'
import { findDayProof } from '#server/store/daily/day-secrets'
import { pagePrisma } from '#server/store/page-store'
import { HiddenReplay } from '../../_web/games/replay/hidden-replay'
import { ReplaySheet } from '../../_web/games/replay/replay-sheet'
import { showGame } from '../../_web/games/replay/show-game'
import { SiteHeader } from '../../_web/home/site-header'
import { Words } from '../../_web/kit/i18n/words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('replay')
  return { title: words('title') }
}

export default async function ReplayPage({ params }: { params: Promise<{ gameId: string }> }) {
  const gameId = gameIdSchema.safeParse((await params).gameId)
  const replay = gameId.success ? await showGame(gameId.data) : null
  if (!replay) notFound()
  const { day } = replay
  const proof = day === null ? null : await findDayProof(pagePrisma(), day, systemClock.now())
  return (
    <>
      <SiteHeader />
      <Words of={['replay', 'explain']}>
        {replay.hiddenUntil === null ? (
          <ReplaySheet replay={replay} proof={proof} />
        ) : (
          <HiddenReplay gameId={replay.id} until={replay.hiddenUntil} />
        )}
      </Words>
    </>
  )
}
