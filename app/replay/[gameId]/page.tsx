import path from 'node:path'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { listVersions } from '#models/versions'
import { systemClock } from '#server/host/clock'
import { findDayProof } from '#server/store/daily/day-secrets'
import { pagePrisma } from '#server/store/page-store'
import { HiddenReplay } from '../../_web/games/replay/hidden-replay'
import { ReplayScreen } from '../../_web/games/replay/replay-screen'
import { findGame } from '../../_web/games/replay/show-game'
import { orBusy } from '../../_web/home/notices/or-busy'
import { SiteHeader } from '../../_web/home/site-header'
import { MessagesProvider } from '../../_web/kit/i18n/messages-provider'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('replay')
  return { title: t('title') }
}

export default orBusy(async function ReplayPage({ params }: { params: Promise<{ gameId: string }> }) {
  const replay = await findGame((await params).gameId)
  if (!replay) notFound()
  const { day } = replay
  const proof = day === null ? null : await findDayProof(pagePrisma(), day, systemClock.now())
  const versions = await listVersions(path.resolve('models'))
  return (
    <>
      <SiteHeader />
      <MessagesProvider of={['replay', 'explain']}>
        {replay.hiddenUntil === null ? (
          <ReplayScreen {...{ replay, proof, versions }} />
        ) : (
          <HiddenReplay gameId={replay.id} until={replay.hiddenUntil} />
        )}
      </MessagesProvider>
    </>
  )
})
