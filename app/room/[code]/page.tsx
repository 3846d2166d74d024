import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { normaliseRoomCode } from '#game/protocol/scalars'
import { Words } from '../../i18n/words'
import { Room } from '../room'

type RoomPageProps = { params: Promise<{ code: string }>; searchParams: Promise<{ watch?: string }> }

/** The address of a room that is yet to be made. */
const newRoom = 'new'

export async function generateMetadata({ params }: RoomPageProps): Promise<Metadata> {
  const words = await getTranslations('room')
  const { code } = await params
  const title = code === newRoom ? words('newTitle') : words('title', { code: normaliseRoomCode(code) })
  return { title, robots: { index: false } }
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const { code } = await params
  const { watch } = await searchParams
  return (
    <Words of={['room', 'practice']}>
      <Room code={code === newRoom ? null : normaliseRoomCode(code)} isSpectator={watch !== undefined} />
    </Words>
  )
}
