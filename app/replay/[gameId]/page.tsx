import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { findReplay } from '#server/store/find-replay'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../../i18n/words'
import { SiteHeader } from '../../ui/site-header'
import { ReplaySheet } from '../replay-sheet'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('replay')
  return { title: words('title') }
}

export default async function ReplayPage({ params }: { params: Promise<{ gameId: string }> }) {
  const gameId = gameIdSchema.safeParse((await params).gameId)
  const replay = gameId.success ? await findReplay(pagePrisma(), gameId.data) : null
  if (!replay) notFound()
  return (
    <>
      <SiteHeader />
      <Words of={['replay', 'explain']}>
        <ReplaySheet replay={replay} />
      </Words>
    </>
  )
}
