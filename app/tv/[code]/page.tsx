import '../../_web/play/tv/tv.css'
import '../../_web/play/motions.css'
import '../../_web/play/fit/fit.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { normaliseRoomCode } from '#game/protocol/constants'
import { MessagesProvider } from '../../_web/kit/i18n/messages-provider'

import { playersOrigin } from '../../_web/play/players-origin'
import { Tv } from '../../_web/play/tv/tv'

type TvPageProps = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: TvPageProps): Promise<Metadata> {
  const t = await getTranslations('room')
  return { title: t('title', { code: normaliseRoomCode((await params).code) }), robots: { index: false } }
}

export default async function TvRoomPage({ params }: TvPageProps) {
  const { code } = await params
  return (
    <MessagesProvider of={['room', 'practice', 'tv', 'refusal']}>
      <Tv code={normaliseRoomCode(code)} origin={await playersOrigin()} />
    </MessagesProvider>
  )
}
