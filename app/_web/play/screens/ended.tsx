'use client'

import { PenLine } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Refusal } from '#game/protocol/refusal'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { NoSuchRoom } from '../parts/no-such-room'
import { RoomNote } from '../parts/room-note'
import type { Ending } from '../room-client/room-state'
import { useRoomClient } from '../room-client/use-room'
import { waysOut } from '../ways-out'

/** Endings that have a page of their own; the others show the sentence of their refusal. */
const told = [
  'taken',
  'left',
  'kicked',
  'outvoted',
  'away',
  'closed',
  'room-full',
  'no-room-to-watch',
  'room-locked',
  'banned',
  'banned-in-public',
  'private-name',
  'server-full',
  'server-busy',
  'too-many-from-here',
  'old-version',
] as const
type Told = (typeof told)[number]

function useEndingText(ending: Ending): { readonly title: string; readonly text: string } {
  const t = useTranslations('room.ended')
  const refusalText = useRefusal()
  const page = told.find((each) => each === ending)
  if (page) return { title: t(`${page}.title`), text: t(`${page}.text`) }
  const refusal: Refusal = ending as Exclude<Ending, Told>
  return { title: t('other.title'), text: refusalText(refusal) }
}

/** The connection has ended for good: why, and what to do next. */
export function EndedScreen({ ending }: { ending: Ending }) {
  const t = useTranslations('room.ended')
  const { title, text } = useEndingText(ending)
  if (ending === 'no-such-room') return <NoSuchRoom />
  return (
    <RoomNote
      title={title}
      picture={<PenLine className="size-16 text-edge" strokeWidth={1.5} />}
      action={
        <>
          <FirstWay ending={ending} />
          <Button asChild>
            <Link href="/">{t('home')}</Link>
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </RoomNote>
  )
}

/** What is likeliest to help. */
function FirstWay({ ending }: { ending: Ending }) {
  const t = useTranslations('room.ended')
  const connection = useTranslations('room.connection')
  const { rejoin } = useRoomClient()
  const path = usePathname()
  const isWatching = useSearchParams().has('watch')
  const way = waysOut[ending]
  if (way === 'watch' && !isWatching) {
    return (
      <>
        <Button asChild kind="primary">
          <Link href={`${path}?watch`}>{connection('watch')}</Link>
        </Button>
        <Button onClick={rejoin}>{t('retry')}</Button>
      </>
    )
  }
  if (way === 'rename' || way === 'newRoom') {
    return (
      <Button kind="primary" asChild>
        {/* A new page: the room of this one is over. */}
        <a href={way === 'rename' ? '/' : '/room/new'}>{t(way)}</a>
      </Button>
    )
  }
  return (
    <Button kind="primary" onClick={way === 'reload' ? () => window.location.reload() : rejoin}>
      {t(way === 'watch' ? 'retry' : way)}
    </Button>
  )
}
