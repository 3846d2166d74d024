import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { normaliseRoomCode } from '#game/protocol/scalars'
import { Words } from '../../_web/kit/i18n/words'
import { playersOrigin } from '../../_web/play/players-origin'
import { Room } from '../../_web/play/room'
import type { Door } from '../../_web/play/room-client/room-client'

type RoomPageProps = { params: Promise<{ code: string }>; searchParams: Promise<{ watch?: string }> }

/** Addresses of rooms that have no code yet. */
const doors = ['new', 'quick', 'daily', 'rush-30', 'rush-60'] as const

function doorOf(segment: string): Door {
  const name = doors.find((each) => each === segment)
  return name ? { name } : { name: 'code', code: normaliseRoomCode(segment) }
}

export async function generateMetadata({ params }: RoomPageProps): Promise<Metadata> {
  const words = await getTranslations('room')
  const { code } = await params
  const door = doorOf(code)
  const title = door.name === 'code' ? words('title', door) : words(`doors.${door.name}`)
  return { title, robots: { index: false } }
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const { code } = await params
  const { watch } = await searchParams
  return (
    <Words of={['room', 'practice', 'refusal']}>
      <Room door={doorOf(code)} isSpectator={watch !== undefined} origin={await playersOrigin()} />
    </Words>
  )
}
