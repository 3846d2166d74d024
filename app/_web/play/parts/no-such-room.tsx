'use client'

import { SearchX } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { isRoomCode } from '#game/protocol/constants'
import { Button } from '../../kit/button'
import { JoinField } from '../../kit/code-field'
import { Link } from '../../kit/link'
import { RoomNote } from './room-note'

/** No room has the code of this address: another one may be typed, or a room opened. */
export function NoSuchRoom() {
  const t = useTranslations('room.ended')
  const room = useTranslations('common.roomCode')
  const isWatching = useSearchParams().has('watch')
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)

  function join(event: FormEvent) {
    event.preventDefault()
    // A new page: there is no room on this one.
    if (isRoomCode(code))
      window.location.assign(`/room/${encodeURIComponent(code.trim())}${isWatching ? '?watch' : ''}`)
    else setWrong(true)
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
        <JoinField value={code} onType={setCode} error={isWrong ? room('wrong') : null} />
      </form>
    </RoomNote>
  )
}
