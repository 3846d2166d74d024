import '../../_web/play/tv/tv.css'
import '../../_web/play/motions.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { normaliseRoomCode } from '#game/protocol/scalars'
import { Words } from '../../_web/kit/i18n/words'
import { playersOrigin } from '../../_web/play/players-origin'
import { Tv } from '../../_web/play/tv/tv'

type TvPageProps = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: TvPageProps): Promise<Metadata> {
  const words = await getTranslations('room')
  return { title: words('title', { code: normaliseRoomCode((await params).code) }), robots: { index: false } }
}

export default async function TvRoomPage({ params }: TvPageProps) {
  const { code } = await params
  return (
    <Words of={['room', 'practice', 'tv', 'refusal']}>
      <Tv code={normaliseRoomCode(code)} origin={await playersOrigin()} />
    </Words>
  )
}
