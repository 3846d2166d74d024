import '../tv.css'
import '../../room/motions.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { normaliseRoomCode } from '#game/protocol/scalars'
import { Words } from '../../i18n/words'
import { playersOrigin } from '../../room/players-origin'
import { Tv } from '../tv'

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
