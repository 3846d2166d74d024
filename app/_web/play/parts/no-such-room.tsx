'use client'

import { SearchX } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { JoinField } from '../../kit/code-field'
import { Link } from '../../kit/link'
import { useTypedCode } from '../../kit/use-typed-code'
import { RoomNote } from './room-note'

/** No room has the code of this address: another one may be typed, or a room opened. */
export function NoSuchRoom() {
  const t = useTranslations('room.ended')
  const isWatching = useSearchParams().has('watch')
  const { field, isBusy, submit } = useTypedCode((code) => {
    // A new page: there is no room on this one.
    window.location.assign(`/room/${code}${isWatching ? '?watch' : ''}`)
    return true
  })

  return (
    <RoomNote
      title={t('no-such-room.title')}
      picture={<SearchX className="size-16 text-edge" strokeWidth={1.5} />}
      action={
        <>
          <Button kind="primary" asChild>
            <a href="/room/new">{t('newRoom')}</a>
          </Button>
          <Button asChild>
            <Link href="/">{t('home')}</Link>
          </Button>
        </>
      }
    >
      <p>{t('no-such-room.text')}</p>
      <form onSubmit={submit} className="mt-6 text-start text-ink">
        <JoinField {...field} isLeaving={isBusy} />
      </form>
    </RoomNote>
  )
}
