import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { normaliseRoomCode } from '#game/protocol/constants'
import { MessagesProvider } from '../../_web/kit/i18n/messages-provider'
import { playersOrigin } from '../../_web/play/players-origin'
import { ghostTargets, type RoomTarget } from '../../_web/play/room-client/room-target'
import { RoomScreen } from '../../_web/play/room-screen'

type RoomPageProps = { params: Promise<{ code: string }>; searchParams: Promise<{ watch?: string }> }

/** Addresses of rooms that have no code yet. */
const names = [...(['new', 'quick', 'daily', 'rush-30', 'rush-60'] as const), ...ghostTargets]

function targetOf(segment: string): RoomTarget {
  const name = names.find((each) => each === segment)
  return name ? { name } : { name: 'code', code: normaliseRoomCode(segment) }
}

export async function generateMetadata({ params }: RoomPageProps): Promise<Metadata> {
  const t = await getTranslations('room')
  const { code } = await params
  const target = targetOf(code)
  const title = target.name === 'code' ? t('title', target) : t(`targets.${target.name}`)
  return { title, robots: { index: false } }
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const { code } = await params
  const { watch } = await searchParams
  return (
    <MessagesProvider of={['room', 'practice', 'refusal', 'rewards']}>
      {/* By a key, for whoever finds the room full and follows the link to watch it begins anew. */}
      <RoomScreen
        key={watch === undefined ? 'play' : 'watch'}
        target={targetOf(code)}
        isSpectator={watch !== undefined}
        origin={await playersOrigin()}
      />
    </MessagesProvider>
  )
}
