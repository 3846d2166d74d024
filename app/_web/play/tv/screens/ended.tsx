'use client'

import { MonitorOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { refusals } from '#game/protocol/refusal'
import { Button } from '../../../kit/button'
import { Link } from '../../../kit/link'
import { useRefusal } from '../../../kit/refusals/use-refusal'
import { RoomNote } from '../../parts/room-note'
import type { Ending } from '../../room-client/room-state'
import { useRoomClient } from '../../room-client/use-room'
import { waysOut } from '../../ways-out'

/** Endings that have a sentence of their own. */
const told = ['closed', 'no-such-room', 'enough-tvs', 'old-version'] as const

function useEndingText(ending: Ending): { readonly title: string; readonly text: string } {
  const t = useTranslations('tv.ended')
  const refusalText = useRefusal()
  const refusal = refusals.find((each) => each === ending)
  const page = told.find((each) => each === ending)
  if (refusal && !page) return { title: t('other.title'), text: refusalText(refusal) }
  // A TV has no seat, so all that can end for it is the room.
  return { title: t(`${page ?? 'closed'}.title`), text: t(`${page ?? 'closed'}.text`) }
}

/** There is nothing more to be shown, and why. */
export function TvEnded({ ending }: { ending: Ending }) {
  const t = useTranslations('tv')
  const common = useTranslations('common')
  const { rejoin } = useRoomClient()
  const way = waysOut[ending]
  const { title, text } = useEndingText(ending)
  return (
    <RoomNote
      title={title}
      picture={<MonitorOff className="size-16 text-edge" strokeWidth={1.5} />}
      action={
        <>
          {way === 'reload' && (
            <Button kind="primary" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          )}
          {way === 'retry' && (
            <Button kind="primary" onClick={rejoin}>
              {common('retry')}
            </Button>
          )}
          <Button asChild kind={way === 'reload' || way === 'retry' ? 'outline' : 'primary'}>
            <Link href="/tv">{t('another')}</Link>
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </RoomNote>
  )
}
