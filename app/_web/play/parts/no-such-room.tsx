'use client'

import { SearchX } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button'
import { JoinField } from '../../kit/code-field'
import { Link } from '../../kit/link'
import { useTypedCode } from '../../kit/use-typed-code'
import { RoomNote } from './room-note'

/** No room has the code of this address: another one may be typed, or a room opened. */
export function NoSuchRoom() {
  const t = useTranslations('room.ended')
  const isWatching = useSearchParams().has('watch')
  const { field, isAsking, check } = useTypedCode()

  async function join(event: FormEvent) {
    event.preventDefault()
    const code = await check()
    // A new page: there is no room on this one.
    if (code) window.location.assign(`/room/${code}${isWatching ? '?watch' : ''}`)
  }

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
      <form onSubmit={join} className="mt-6 text-start text-ink">
        <JoinField {...field} isLeaving={isAsking} />
      </form>
    </RoomNote>
  )
}
