'use client'

import { MonitorOff } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RoomNote } from '../../room/parts/room-note'
import type { Ending } from '../../room-client/room-state'
import { Button } from '../../ui/button'

const told = ['closed', 'no-such-room', 'room-full', 'old-version'] as const

/** There is nothing more to be shown, and why. */
export function Ended({ ending }: { ending: Ending }) {
  const words = useTranslations('tv')
  const name = told.find((each) => each === ending) ?? 'other'
  return (
    <RoomNote
      title={words(`ended.${name}.title`)}
      picture={<MonitorOff className="size-16 text-edge" strokeWidth={1.5} />}
      action={
        name === 'old-version' ? (
          <Button kind="primary" onClick={() => window.location.reload()}>
            {words('reload')}
          </Button>
        ) : (
          <Button asChild kind="primary">
            <Link href="/tv">{words('another')}</Link>
          </Button>
        )
      }
    >
      <p>{words(`ended.${name}.text`)}</p>
    </RoomNote>
  )
}
