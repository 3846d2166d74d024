'use client'

import { PenLine } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Ending } from '../../room-client/room-state'
import { useRoomClient } from '../../room-client/use-room'
import { Button } from '../../ui/button'
import { RoomNote } from '../parts/room-note'

/** Endings that have words of their own. */
const told = [
  'taken',
  'left',
  'kicked',
  'outvoted',
  'away',
  'no-such-room',
  'room-full',
  'room-locked',
  'banned',
  'banned-in-public',
  'server-full',
  'old-version',
  'no-identity',
] as const

const mayRetry: readonly Ending[] = ['taken', 'away', 'left', 'room-full', 'room-locked', 'server-full']

/** The line is closed for good: why, and the ways on. */
export function Ended({ ending }: { ending: Ending }) {
  const words = useTranslations('room.ended')
  const connection = useTranslations('room.connection')
  const { rejoin } = useRoomClient()
  const path = usePathname()
  const isWatching = useSearchParams().has('watch')
  const name = told.find((each) => each === ending) ?? 'other'
  const isOld = ending === 'old-version'
  return (
    <RoomNote
      title={words(`${name}.title`)}
      picture={<PenLine className="size-16 text-edge" strokeWidth={1.5} />}
      action={
        <>
          {isOld && (
            <Button kind="primary" onClick={() => window.location.reload()}>
              {words('reload')}
            </Button>
          )}
          {ending === 'room-full' && !isWatching && (
            <Button asChild kind="primary">
              <Link href={`${path}?watch`}>{connection('watch')}</Link>
            </Button>
          )}
          {mayRetry.includes(ending) && (
            <Button kind={ending === 'room-full' ? 'outline' : 'primary'} onClick={rejoin}>
              {words(ending === 'taken' ? 'takeBack' : 'retry')}
            </Button>
          )}
          <Button asChild>
            <Link href="/">{words('home')}</Link>
          </Button>
        </>
      }
    >
      <p>{words(`${name}.text`)}</p>
    </RoomNote>
  )
}
