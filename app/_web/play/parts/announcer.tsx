'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSum } from '../../kit/i18n/use-sum'
import { useBeforeDeadline, useRoomEvents } from '../room-client/use-room-events'
import { announcementOf } from './announcement'

/** The seconds that are said. */
const saidAtSeconds = [5, 3]

/** Says to screen readers what everybody else sees: prompt, lock, time left, result. */
export function Announcer() {
  const t = useTranslations('room.announce')
  const room = useTranslations('room')
  const { spoken } = useSum()
  const titles = useTranslations('room.finished')
  const format = useFormatter()
  const [said, setSaid] = useState('')

  useRoomEvents((events) => {
    const texts = events.flatMap((event) => announcementOf(event, { t, room, spoken, titles, format }) ?? [])
    if (texts.length > 0) setSaid(texts.join(' '))
  })
  useBeforeDeadline(saidAtSeconds, (seconds) => setSaid(t('seconds', { seconds })))

  return (
    <p aria-live="assertive" className="sr-only">
      {said}
    </p>
  )
}
