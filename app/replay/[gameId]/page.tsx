import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { findReplayFor } from '#server/store/find-replay-for'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../../i18n/words'
import { currentGuest } from '../../player/current-guest'
import { SiteHeader } from '../../ui/site-header'
import { HiddenReplay } from '../hidden-replay'
import { ReplaySheet } from '../replay-sheet'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('replay')
  return { title: words('title') }
}

export default async function ReplayPage({ params }: { params: Promise<{ gameId: string }> }) {
  const gameId = gameIdSchema.safeParse((await params).gameId)
  const viewer = (await currentGuest())?.id ?? null
  const replay = gameId.success
    ? await findReplayFor(pagePrisma(), gameId.data, { viewer, now: Date.now() })
    : null
  if (!replay) notFound()
  return (
    <>
      <SiteHeader />
      <Words of={['replay', 'explain']}>
        {replay.hiddenUntil === null ? (
          <ReplaySheet replay={replay} />
        ) : (
          <HiddenReplay gameId={replay.id} until={replay.hiddenUntil} />
        )}
      </Words>
    </>
  )
}
